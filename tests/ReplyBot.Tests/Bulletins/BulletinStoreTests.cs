using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Bulletins;
using ReplyBot.Conversations.Desk;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Bulletins;

public class BulletinStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly NewBulletin Note = new("taobao", "不得引导加微信", "聊天里不能出现微信号、二维码。\n违规一次扣 12 分。", new DateOnly(2026, 7, 1));

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));

    [Theory, OnSqlite, OnPostgres]
    public async Task Confirm_AfterARestart_IsKeptWithItsTimeAndTheFirstCounts(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        await AddAsync(temporary.Database, "author", "agent");
        var written = await Bulletins(temporary).WriteAsync(Note, new Agent("author", "主管小周"), None);
        await Bulletins(temporary).ConfirmAsync(written.Id, "agent", None);
        var readAt = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Bulletins(temporary).ConfirmAsync(written.Id, "agent", None);

        await temporary.ReopenAsync();

        (await Bulletins(temporary).ListAsync(None)).ShouldHaveSingleItem().ShouldBe(written);
        (await Bulletins(temporary).ReceiptsAsync(None)).Single(receipt => receipt.AccountId == "agent").ReadAt.ShouldBe(readAt);
        (await Bulletins(temporary).HasUnreadAsync("agent", None)).ShouldBeFalse();
        (await Log(temporary).ReadAsync(long.MaxValue, 10, None)).Count(entry => entry.Action == AuditActions.BulletinRead && entry.Actor == "agent").ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Unread_IsWhatWasNeitherReadNorWithdrawn(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        await AddAsync(temporary.Database, "author", "agent");
        var bulletins = Bulletins(temporary);
        var author = new Agent("author", "主管小周");
        var read = await bulletins.WriteAsync(Note, author, None);
        var withdrawn = await bulletins.WriteAsync(Note with { Title = "写错了" }, author, None);
        var open = await bulletins.WriteAsync(Note with { Channel = null, Title = "所有平台" }, author, None);

        (await bulletins.ConfirmAsync(read.Id, "agent", None)).ShouldBeTrue();
        (await bulletins.WithdrawAsync(withdrawn.Id, "author", None)).ShouldBeTrue();
        (await bulletins.WithdrawAsync(withdrawn.Id, "author", None)).ShouldBeFalse();
        (await bulletins.ConfirmAsync(open.Id + 1, "agent", None)).ShouldBeFalse();

        (await bulletins.UnreadAsync("agent", None)).ShouldBe([open]);
        (await bulletins.UnreadAsync("author", None)).ShouldBeEmpty();
    }

    private BulletinStore Bulletins(TemporaryStore temporary) => new(temporary.Database, Log(temporary), _clock);

    private AuditLog Log(TemporaryStore temporary) => new(temporary.Database, _clock);

    private async Task AddAsync(IDatabase database, params string[] ids)
    {
        foreach (var id in ids)
            await new AccountStore(database, new SessionEndings(), _clock).AddAsync(new Account(id, id, id, [Roles.Agent], _clock.GetUtcNow()) { PasswordHash = "" }, None);
    }
}
