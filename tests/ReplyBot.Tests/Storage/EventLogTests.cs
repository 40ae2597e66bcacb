using ReplyBot.Conversations.Metrics;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Storage;

public class EventLogTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task ReadAsync_OfAPeriod_GivesTheFiguresOfWhatWasStoredInIt(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var id = (await temporary.StartAsync(Now.AddDays(-1))).Id;
        await temporary.Store.ReceiveAsync(new IncomingMessage(id, null, "在吗", Now), None);
        var change = new ConversationChange((await temporary.Store.FindAsync(id, None))!, Now.AddSeconds(3));
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "在的");
        await temporary.Store.CommitAsync(change, None);
        await temporary.Store.ReceiveAsync(new IncomingMessage(id, null, "明天再说", Now.AddDays(1)), None);

        var figures = ServiceClocks.Compute(await new EventLog(temporary.Database).ReadAsync(Now, Now.AddHours(1), None));
        var together = figures.Single(row => row.Served == Served.Together);
        (together.BuyerMessages, together.Replies, together.FirstResponse.AverageSeconds).ShouldBe((1, 1, 3.0));
    }
}
