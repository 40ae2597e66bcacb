using Dapper;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Storage;

public class MigratorTests
{
    private const int Programs = 6;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task MigrateAsync_ManyProgramsAtOnceOnAnEmptyDatabase_MigrateItOnce(StorageEngine engine)
    {
        await using var empty = await EmptyDatabase.MakeAsync(engine);
        var opened = await Task.WhenAll(Enumerable.Range(0, Programs).Select(_ => Task.Run(empty.OpenAsync)));
        var versions = await opened[0].ReadAsync(connection => connection.QueryAsync<long>("SELECT version FROM schema_versions"), None);
        versions.ShouldBeUnique();
        foreach (var database in opened)
            await database.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task MigrateAsync_OnADatabaseOfANewerProgram_StopsAndSaysBothVersions(StorageEngine engine)
    {
        await using var empty = await EmptyDatabase.MakeAsync(engine);
        int known;
        await using (var database = await empty.OpenAsync())
        {
            known = await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT MAX(version) FROM schema_versions"), None);
            await database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO schema_versions (version) VALUES (9999)"), None);
        }
        var refused = await Should.ThrowAsync<StorageException>(empty.OpenAsync);
        refused.Message.ShouldContain("9999");
        refused.Message.ShouldContain(known.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
