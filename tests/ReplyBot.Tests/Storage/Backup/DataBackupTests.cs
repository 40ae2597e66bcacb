using Dapper;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Privacy;
using ReplyBot.Storage;
using ReplyBot.Storage.Backup;
using ReplyBot.SuggestionsApi;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Storage.Backup;

public class DataBackupTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task RestoreAsync_ToAnEmptyDatabaseOfEitherEngine_BringsEverythingBackAndGoesOn(StorageEngine engine)
    {
        await using var shop = await TemporaryStore.OpenAsync(engine);
        var waiting = await WaitAsync(shop);
        await new KeyStore(shop.Database).GetOrMakeAsync("some", 32, None);
        var file = Path.Combine(shop.Folder, "backup.db");
        await new DataBackup(shop.Database).WriteAsync(file, None);

        foreach (var target in engine == StorageEngine.Postgres ? [StorageEngine.Sqlite, StorageEngine.Postgres] : new[] { StorageEngine.Sqlite })
        {
            await using var restored = await TemporaryStore.OpenAsync(target);
            (await new DataBackup(restored.Database).RestoreAsync(file, replace: false, None)).ShouldBeGreaterThan(4);
            var conversation = (await restored.Store.FindAsync(waiting.Id, None))!;
            (conversation.State, conversation.Version, conversation.Handoff).ShouldBe((waiting.State, waiting.Version, waiting.Handoff));
            (await restored.Store.MessagesAsync(waiting.Id, 0, 10, None)).Select(message => message.Text).ShouldBe(["在吗😀", "稍等"]);
            (await restored.Store.OpenPromisesAsync(None)).Count.ShouldBe(1);
            (await new DataCheck(restored.Database).RunAsync(None)).ShouldBeEmpty();
            (await restored.Store.ReceiveAsync(new IncomingMessage(waiting.Id, null, "还在", Now), None)).Message!.Seq.ShouldBe(3, "events and numbers go on after the restored ones");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RestoreAsync_OverWhatIsThere_OnlyWhenToldSo(StorageEngine engine)
    {
        await using var shop = await TemporaryStore.OpenAsync(engine);
        await WaitAsync(shop);
        var file = Path.Combine(shop.Folder, "backup.db");
        await new DataBackup(shop.Database).WriteAsync(file, None);
        await shop.StartAsync(Now);
        var backup = new DataBackup(shop.Database);
        (await Should.ThrowAsync<StorageException>(() => backup.RestoreAsync(file, replace: false, None))).Message.ShouldContain("--replace");
        (await CountAsync(shop)).ShouldBe(2);
        await backup.RestoreAsync(file, replace: true, None);
        (await CountAsync(shop)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RestoreAsync_OfABackupFromBefore_UndoesNeitherEndingsNorDeletions(StorageEngine engine)
    {
        await using var shop = await TemporaryStore.OpenAsync(engine);
        var clock = new ManualClock(Now);
        var audit = new AuditLog(shop.Database, clock);
        var (endings, keys) = (new SessionEndings(), new ApiKeyStore(shop.Database, audit, clock));
        var (accounts, sessions) = (new AccountStore(shop.Database, endings, clock), new SessionStore(shop.Database, endings, clock));
        var lily = new Account("lily", "lily", "小栗", [Roles.Agent], Now) { PasswordHash = "old" };
        await accounts.AddAsync(lily with { Id = "boss", Name = "boss", Roles = [Roles.Supervisor] }, None);
        await accounts.AddAsync(lily, None);
        var session = await sessions.BeginAsync("lily", "", "", None);
        await keys.MakeAsync("crm", None);
        var gone = await WaitAsync(shop);
        var file = Path.Combine(shop.Folder, "backup.db");
        await new DataBackup(shop.Database).WriteAsync(file, None);

        await accounts.ChangePasswordAsync("lily", "new", null, None);
        await accounts.DisableAsync("lily", None);
        await keys.RevokeAsync("crm", None);
        await new BuyerErasure(shop.Database, audit, shop.Feed).EraseAsync("boss", gone.Channel, gone.BuyerId, None);
        await new DataBackup(shop.Database).RestoreAsync(file, replace: true, None);

        (await sessions.SeeAsync(session, None)).ShouldBeNull();
        (await sessions.ListAsync(null, None)).ShouldBeEmpty();
        var after = (await accounts.FindAsync("lily", None))!;
        (after.PasswordHash, after.DisabledAt is null).ShouldBe(("new", false));
        (await keys.ListAsync(None)).ShouldHaveSingleItem().RevokedAt.ShouldNotBeNull();
        (await shop.Store.FindAsync(gone.Id, None)).ShouldBeNull();
        (await shop.Store.MessagesAsync(gone.Id, 0, 10, None)).ShouldBeEmpty();
        (await audit.ReadAsync(long.MaxValue, 10, None)).Select(entry => entry.Action).ShouldBe([AuditActions.BuyerErased, AuditActions.KeyRevoked, AuditActions.KeyMade]);
    }

    [Fact]
    public async Task RestoreAsync_OfAFileThatIsNoBackup_ChangesNothing()
    {
        await using var shop = await TemporaryStore.OpenAsync();
        await WaitAsync(shop);
        var file = Path.Combine(shop.Folder, "nonsense.db");
        await File.WriteAllTextAsync(file, new string('x', 8192), None);
        await Should.ThrowAsync<StorageException>(() => new DataBackup(shop.Database).RestoreAsync(file, replace: true, None));
        (await CountAsync(shop)).ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_ToAFileThatIsThere_IsRefused()
    {
        await using var shop = await TemporaryStore.OpenAsync();
        var file = Path.Combine(shop.Folder, "backup.db");
        await File.WriteAllTextAsync(file, "mine", None);
        await Should.ThrowAsync<StorageException>(() => new DataBackup(shop.Database).WriteAsync(file, None));
        (await File.ReadAllTextAsync(file, None)).ShouldBe("mine");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CheckAsync_WhenAWaitingRowIsMissing_NamesTheConversation(StorageEngine engine)
    {
        await using var shop = await TemporaryStore.OpenAsync(engine);
        var waiting = await WaitAsync(shop);
        (await new DataCheck(shop.Database).RunAsync(None)).ShouldBeEmpty();
        await shop.Database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM handoffs"), None);
        (await new DataCheck(shop.Database).RunAsync(None)).ShouldHaveSingleItem().ShouldEndWith(waiting.Id);
    }

    private static async Task<Conversation> WaitAsync(TemporaryStore shop)
    {
        var id = (await shop.StartAsync(Now)).Id;
        await shop.Store.ReceiveAsync(new IncomingMessage(id, "c", "在吗😀", Now), None);
        var change = new ConversationChange((await shop.Store.FindAsync(id, None))!, Now);
        change.OpenHandoff(Guid.NewGuid().ToString("N"), HandoffReason.Unsure, "在吗");
        var said = change.Say(MessageAuthor.Bot, MessageKind.Notice, "稍等");
        change.Promise(new WaitingPromise(said.Id, id, MessageAuthor.Bot, said.Text, Now, Now.AddMinutes(10), null));
        change.EndTurn(1);
        (await shop.Store.CommitAsync(change, None)).ShouldBeTrue();
        return (await shop.Store.FindAsync(id, None))!;
    }

    private static Task<long> CountAsync(TemporaryStore shop) =>
        shop.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM conversations"), None);
}
