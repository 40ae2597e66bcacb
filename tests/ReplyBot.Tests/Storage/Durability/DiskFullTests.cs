using Dapper;
using Microsoft.Data.Sqlite;
using ReplyBot.Conversations.Storage;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>The database cannot grow any more. A limit on its pages stands for the full disk here; the real one is tried by a script.</summary>
public class DiskFullTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task ReceiveAsync_WhenTheDatabaseIsFull_FailsAndWorksAgainWhenThereIsRoom()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        await LimitAsync(temporary.Database, 0);
        var acknowledged = new List<string>();
        var failures = 0;
        for (var message = 0; message < 200 && failures < 20; message++)
        {
            try
            {
                acknowledged.Add((await temporary.Store.ReceiveAsync(Message(conversation.Id, message), None)).Message!.Id);
            }
            catch (SqliteException full)
            {
                full.SqliteErrorCode.ShouldBe(13, "SQLITE_FULL");
                failures++;
            }
        }
        failures.ShouldBe(20);

        await LimitAsync(temporary.Database, int.MaxValue);
        acknowledged.Add((await temporary.Store.ReceiveAsync(Message(conversation.Id, 1000), None)).Message!.Id);
        await temporary.ReopenAsync();
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 1000, None)).Select(message => message.Id).ShouldBe(acknowledged);
    }

    private static IncomingMessage Message(string conversationId, int number) => new(conversationId, $"c{number}", new string('长', 2000), Now);

    /// <summary>A limit below the present size means the present size.</summary>
    private static Task<long> LimitAsync(IDatabase database, int pages) =>
        database.WriteAsync(connection => connection.ExecuteScalarAsync<long>($"PRAGMA max_page_count = {Math.Max(1, pages)}"), None);
}
