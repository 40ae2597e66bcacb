using ReplyBot.Accounts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Accounts;

public class AccountStoreTests
{
    private const int Races = 20;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));

    [Theory, OnSqlite, OnPostgres]
    public async Task DisableAsync_WhenTwoSupervisorsDisableEachOtherAtOnce_LeavesOne(StorageEngine engine)
    {
        await using var storage = await TemporaryStore.OpenAsync(engine);
        await using var second = await storage.OpenAnotherAsync();
        var (here, there) = (new AccountStore(storage.Database, new SessionEndings(), _clock), new AccountStore(second, new SessionEndings(), _clock));
        string[] bosses = ["boss1", "boss2"];
        foreach (var boss in bosses)
            (await here.AddAsync(new Account(boss, boss, boss, Roles.All, _clock.GetUtcNow()) { PasswordHash = "-" }, None)).ShouldBe(AccountOutcome.Done);
        for (var race = 0; race < Races; race++)
        {
            var outcomes = await Task.WhenAll(Task.Run(() => here.DisableAsync(bosses[0], None)), Task.Run(() => there.DisableAsync(bosses[1], None)));
            outcomes.ShouldBe([AccountOutcome.Done, AccountOutcome.LastSupervisor], ignoreOrder: true);
            (await here.ListAsync(None)).Count(account => account.DisabledAt is null).ShouldBe(1);
            foreach (var boss in bosses)
                await here.EnableAsync(boss, None);
        }
    }
}
