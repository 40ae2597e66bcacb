using Dapper;
using ReplyBot.Audit;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Privacy;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Privacy;

public class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(90);
    private static readonly DateTimeOffset LongAgo = Now - Keep - TimeSpan.FromDays(1);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_DeletesWhatIsOldAndDoneAndNotesIt(StorageEngine engine)
    {
        await using var storage = await TemporaryStore.OpenAsync(engine);
        var old = await AnsweredAsync(storage, LongAgo);
        var recent = await AnsweredAsync(storage, Now.AddDays(-1));
        var events = await CountAsync(storage, "events");
        var retention = Make(storage);

        (await retention.RunAsync(Keep, None)).ShouldBe(1);

        (await storage.Store.FindAsync(old, None)).ShouldBeNull();
        (await storage.Store.MessagesAsync(old, 0, 10, None)).ShouldBeEmpty();
        (await storage.Store.FindAsync(recent, None)).ShouldNotBeNull();
        (await CountAsync(storage, "events")).ShouldBe(events, "figures are computed from what happened");
        var entry = (await new AuditLog(storage.Database, TimeProvider.System).ReadAsync(long.MaxValue, 10, None)).ShouldHaveSingleItem();
        (entry.Actor, entry.Action, entry.Detail).ShouldBe((Retention.Actor, AuditActions.Expired, "1"));
        (await retention.RunAsync(Keep, None)).ShouldBe(0);
        (await new AuditLog(storage.Database, TimeProvider.System).ReadAsync(long.MaxValue, 10, None)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenSomebodyStillOwesSomething_KeepsIt(StorageEngine engine)
    {
        await using var storage = await TemporaryStore.OpenAsync(engine);
        var pending = await AskedAsync(storage, LongAgo);
        var waiting = await AskedAsync(storage, LongAgo);
        await CommitAsync(storage, waiting, LongAgo, change => change.OpenHandoff(Guid.NewGuid().ToString("N"), HandoffReason.Unsure, "问刻字"));
        var promised = await AskedAsync(storage, LongAgo);
        await CommitAsync(storage, promised, LongAgo, change => change.Promise(new WaitingPromise("p", promised, MessageAuthor.Bot, "稍等", LongAgo, LongAgo, null)));
        var undelivered = await AnsweredAsync(storage, LongAgo, "address");

        (await Make(storage).RunAsync(Keep, None)).ShouldBe(0);

        foreach (var kept in new[] { pending, waiting, promised, undelivered })
            (await storage.Store.FindAsync(kept, None)).ShouldNotBeNull();
    }

    private static Retention Make(TemporaryStore storage)
    {
        var clock = new ManualClock(Now);
        return new Retention(storage.Database, new AuditLog(storage.Database, clock), storage.Feed, clock);
    }

    private static async Task<string> AskedAsync(TemporaryStore storage, DateTimeOffset at, string? address = null)
    {
        var id = (await storage.StartAsync(at, address)).Id;
        await storage.Store.ReceiveAsync(new IncomingMessage(id, null, "几时发货", at), None);
        return id;
    }

    private static async Task<string> AnsweredAsync(TemporaryStore storage, DateTimeOffset at, string? address = null)
    {
        var id = await AskedAsync(storage, at, address);
        await CommitAsync(storage, id, at, change => change.Say(MessageAuthor.Bot, MessageKind.Answer, "48小时内发出"));
        return id;
    }

    private static async Task CommitAsync(TemporaryStore storage, string id, DateTimeOffset at, Action<ConversationChange> compose)
    {
        var change = new ConversationChange((await storage.Store.FindAsync(id, None))!, at);
        compose(change);
        change.EndTurn(1);
        (await storage.Store.CommitAsync(change, None)).ShouldBeTrue();
    }

    private static Task<long> CountAsync(TemporaryStore storage, string table) =>
        storage.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), None);
}
