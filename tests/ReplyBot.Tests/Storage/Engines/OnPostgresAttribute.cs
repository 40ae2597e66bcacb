using System.Reflection;
using Xunit.Sdk;

namespace ReplyBot.Tests.Storage.Engines;

/// <summary>Runs a theory on PostgreSQL; where no server can be had it is skipped with the reason.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.Absence;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageEngine.Postgres]];
}
