using System.Reflection;
using Xunit.Sdk;

namespace ReplyBot.Tests.Storage.Engines;

/// <summary>Runs a theory on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageEngine.Sqlite]];
}
