using ReplyBot.Accounts;

namespace ReplyBot.Tests.Accounts;

public class InvitationsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task RedeemAsync_WhenTwiceAtOnce_MakesOneAccount()
    {
        await using var storage = await TemporaryStore.OpenAsync();
        var invitations = new Invitations(storage.Database, _clock);
        var token = (await invitations.FirstAccountTokenAsync())!;

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => invitations.RedeemAsync(token, Account($"boss{number}"), None)));

        redeemed.Count(won => won).ShouldBe(1);
        (await new AccountStore(storage.Database, new SessionEndings(), _clock).ListAsync(None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task RedeemAsync_WhenADayPassed_IsRefused()
    {
        await using var storage = await TemporaryStore.OpenAsync();
        var invitations = new Invitations(storage.Database, _clock);
        var token = (await invitations.FirstAccountTokenAsync())!;
        _clock.Advance(TimeSpan.FromHours(24));
        (await invitations.RedeemAsync(token, Account("boss"), None)).ShouldBeFalse();
    }

    [Fact]
    public async Task FirstAccountTokenAsync_WhenAskedAgain_VoidsTheEarlierToken()
    {
        await using var storage = await TemporaryStore.OpenAsync();
        var invitations = new Invitations(storage.Database, _clock);
        var earlier = (await invitations.FirstAccountTokenAsync())!;
        var later = (await invitations.FirstAccountTokenAsync())!;
        (await invitations.IsOpenAsync(earlier, None)).ShouldBeFalse();
        (await invitations.IsOpenAsync(later, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task FirstAccountTokenAsync_WhenThereIsAnAccount_GivesNone()
    {
        await using var storage = await TemporaryStore.OpenAsync();
        var invitations = new Invitations(storage.Database, _clock);
        await invitations.RedeemAsync((await invitations.FirstAccountTokenAsync())!, Account("boss"), None);
        (await invitations.FirstAccountTokenAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task FirstAccountTokenAsync_KeepsNoTokenInTheDatabase()
    {
        await using var storage = await TemporaryStore.OpenAsync();
        var token = (await new Invitations(storage.Database, _clock).FirstAccountTokenAsync())!;
        var stored = await storage.Database.ReadAsync(connection => Dapper.SqlMapper.QuerySingleAsync<string>(connection, "SELECT token_hash FROM invitations"), None);
        stored.ShouldNotContain(token);
    }

    private Account Account(string name) => new(Guid.NewGuid().ToString("N"), name, name, Roles.All, _clock.GetUtcNow()) { PasswordHash = "-" };
}
