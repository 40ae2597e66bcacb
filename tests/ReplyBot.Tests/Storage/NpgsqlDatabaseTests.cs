using Dapper;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Storage;

public class NpgsqlDatabaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnPostgres]
    public async Task WriteAsync_WhenTwoUnitsLockEachOther_RunsTheVictimAgain(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        await temporary.Database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO keys (name, content) VALUES ('a', @none), ('b', @none)", new { none = Array.Empty<byte>() }), None);
        using var both = new Barrier(2);
        var runs = 0;
        Task<int> TouchAsync(string first, string second) => temporary.Database.WriteAsync(async connection =>
        {
            var firstRun = Interlocked.Increment(ref runs) <= 2;
            await connection.ExecuteAsync("UPDATE keys SET content = @none WHERE name = @first", new { first, none = Array.Empty<byte>() });
            if (firstRun)
                both.SignalAndWait(TimeSpan.FromSeconds(10));
            return await connection.ExecuteAsync("UPDATE keys SET content = @none WHERE name = @second", new { second, none = Array.Empty<byte>() });
        }, None);
        (await Task.WhenAll(Task.Run(() => TouchAsync("a", "b")), Task.Run(() => TouchAsync("b", "a")))).ShouldBe([1, 1]);
        // Once more for each time the victim was back before the winner had taken the row it waited for, and met it again.
        runs.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task OpenAsync_WhenNoServerIsThere_SaysWhichSettingToLookAtAndNotThePassword()
    {
        var refused = await Should.ThrowAsync<StorageException>(() => NpgsqlDatabase.OpenAsync("Host=127.0.0.1;Port=1;Username=a;Password=geheim;Timeout=2", None));
        refused.Message.ShouldContain("ConnectionStrings__Postgres");
        refused.Message.ShouldNotContain("geheim");
    }
}
