using Dapper;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Privacy;
using ReplyBot.Storage;
using ReplyBot.Tests.Security;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Privacy;

public class BuyerErasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Erase_WhenTheBuyerIsKnown_LeavesNothingOfThemAndAllOfOthers(StorageEngine engine)
    {
        await using var storage = await TemporaryStore.OpenAsync(engine);
        var (gone, kept) = (await FillAsync(storage, "dl_gone"), await FillAsync(storage, "dl_kept"));
        var erasure = new BuyerErasure(storage.Database, new AuditLog(storage.Database, new ManualClock(Now)), storage.Feed);

        (await erasure.EraseAsync("boss", "web", "dl_gone", CancellationToken.None)).ShouldBe(1);

        foreach (var table in await TablesWithConversationsAsync(storage.Database, engine))
        {
            (await CountAsync(storage.Database, table, gone)).ShouldBe(0, table);
            if (BuyerErasure.Tables.Except(["approvals", "saved_replies", "suggestions", "promises", "handoffs", "deliveries"]).Contains(table))
                (await CountAsync(storage.Database, table, kept)).ShouldBeGreaterThan(0, table);
        }
        (await storage.Store.FindAsync(gone, CancellationToken.None)).ShouldBeNull();
        (await storage.Store.FindAsync(kept, CancellationToken.None)).ShouldNotBeNull();
        var entry = (await new AuditLog(storage.Database, TimeProvider.System).ReadAsync(long.MaxValue, 10, CancellationToken.None)).ShouldHaveSingleItem();
        (entry.Actor, entry.Action, entry.Subject).ShouldBe(("boss", AuditActions.BuyerErased, "web"));
        entry.Detail.ShouldNotContain("dl_gone");
    }

    [Fact]
    public async Task Erase_ByASupervisor_EndsTheConversationForTheBuyerToo()
    {
        await using var host = await RunningHost.StartAsync();
        var buyer = await host.OpenBuyerAsync();
        using (var said = await buyer.SayAsync("请忘了我"))
            said.EnsureSuccessStatusCode();
        await host.TurnsEndAsync();
        var buyerId = (await host.Store.FindAsync(buyer.ConversationId, CancellationToken.None))!.BuyerId;
        var boss = await host.SignInAsync("boss", Roles.Supervisor);

        var answer = await boss.PostAsync("/api/privacy/erase", new { channel = "web", buyerId });

        answer.Body.GetProperty("conversations").GetInt32().ShouldBe(1);
        using var after = await buyer.SayAsync("还在吗");
        after.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>A conversation with something of every kind.</summary>
    private static async Task<string> FillAsync(TemporaryStore storage, string buyer)
    {
        var started = await storage.Store.StartAsync(new NewConversation(null, new BuyerAddress("default", "web", "default", buyer), "小王", "address", Now), CancellationToken.None);
        await storage.Store.SaveFileAsync(new StoredFile(Guid.NewGuid().ToString("N"), started.Id, "me.png", "image/png", [1, 2, 3]), CancellationToken.None);
        await storage.Store.ReceiveAsync(new IncomingMessage(started.Id, null, "我的地址是西湖路1号", Now), CancellationToken.None);
        var change = new ConversationChange((await storage.Store.FindAsync(started.Id, CancellationToken.None))!, Now);
        change.OpenHandoff(Guid.NewGuid().ToString("N"), Conversations.Handoffs.HandoffReason.Unsure, "问地址");
        var said = change.Say(MessageAuthor.Bot, MessageKind.Notice, "稍等");
        change.Promise(new Conversations.Handoffs.WaitingPromise(said.Id, started.Id, MessageAuthor.Bot, said.Text, Now, Now.AddMinutes(5), null));
        change.Plan(new Conversations.Handoffs.PlannedContact(Guid.NewGuid().ToString("N"), started.Id, null, Now.AddDays(1), null, "问收到没有", Now));
        (await storage.Store.CommitAsync(change, CancellationToken.None)).ShouldBeTrue();
        return started.Id;
    }

    /// <summary>Asked of the database itself, so that a table which is added later is covered.</summary>
    private static Task<IReadOnlyList<string>> TablesWithConversationsAsync(IDatabase database, StorageEngine engine) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection =>
            [.. await connection.QueryAsync<string>(engine == StorageEngine.Sqlite
                ? "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'conversation_id' WHERE m.type = 'table'"
                : "SELECT table_name FROM information_schema.columns WHERE column_name = 'conversation_id' AND table_schema = 'public'")], CancellationToken.None);

    private static Task<long> CountAsync(IDatabase database, string table, string conversation) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table} WHERE conversation_id = @conversation", new { conversation }), CancellationToken.None);
}
