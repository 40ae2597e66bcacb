using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Storage;

public class SqliteDatabaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task WriteAsync_WhenOneOfAGroupFails_UndoesThatOneAlone()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var writes = Enumerable.Range(0, 40).Select(number => temporary.Database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("INSERT INTO keys (name, content) VALUES (@name, x'00')", new { name = $"k{number}" });
            return number % 4 == 0 ? throw new InvalidOperationException("no") : number;
        }, None)).ToList();
        foreach (var (write, number) in writes.Select((write, number) => (write, number)))
        {
            if (number % 4 == 0)
                await Should.ThrowAsync<InvalidOperationException>(() => write);
            else
                (await write).ShouldBe(number);
        }
        var kept = await temporary.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM keys"), None);
        kept.ShouldBe(30);
    }

    [Fact]
    public async Task OpenAsync_OnAFileThatIsNoDatabase_SaysSo()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "这不是数据库，" + new string('x', 4096), None);
        var refused = await Should.ThrowAsync<StorageException>(() => SqliteDatabase.OpenAsync(path, None));
        refused.Message.ShouldContain(path);
        File.Delete(path);
    }

    [Fact]
    public async Task OpenAsync_Writes_WithTheDurabilityThatAcknowledgingNeeds()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var (journal, synchronous) = await temporary.Database.WriteAsync(async connection =>
            (await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"), await connection.ExecuteScalarAsync<long>("PRAGMA synchronous")), None);
        journal.ShouldBe("wal");
        synchronous.ShouldBe(2, "2 is FULL");
    }
}
