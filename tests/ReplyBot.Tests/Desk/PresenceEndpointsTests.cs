using ReplyBot.Accounts;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Desk.Live;
using ReplyBot.Tests.Desk.Live;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Desk;

public class PresenceEndpointsTests
{
    [Fact]
    public async Task Break_StopsNewBuyersAndIsSeenByTheSupervisor()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        await using var page = await HubClient.ConnectAsync(agent);
        (await AgentOnBoardAsync(boss)).GetProperty("presence").GetString().ShouldBe("online");

        (await agent.PostAsync("/api/desk/presence", new { online = false, reason = "rest", seconds = 60 })).Body.GetProperty("online").GetBoolean().ShouldBeFalse();

        var row = await AgentOnBoardAsync(boss);
        (row.GetProperty("presence").GetString(), row.GetProperty("awayReason").GetString()).ShouldBe(("away", "rest"));
        (await agent.PostAsync("/api/desk/conversations/c1/accept")).Status.ShouldBe(409);
        console.Clock.Advance(TimeSpan.FromSeconds(20));
        (await agent.GetAsync("/api/desk/presence")).Body.GetProperty("online").GetBoolean().ShouldBeFalse();
        console.Clock.Advance(TimeSpan.FromSeconds(40));
        (await agent.GetAsync("/api/desk/presence")).Body.GetProperty("online").GetBoolean().ShouldBeTrue();
        (await agent.PostAsync("/api/desk/conversations/c1/accept")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Transfer_ToSomebodyOnABreak_NamesTheField()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var other = await console.SignInAsync("dawei", Roles.Agent);
        await using var page = await HubClient.ConnectAsync(other);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        var colleague = (await agent.GetAsync("/api/desk/colleagues")).Body.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        colleague.GetProperty("presence").GetString().ShouldBe("online");
        var transfer = new { epoch, toAgentId = colleague.GetProperty("id").GetString(), note = "买家要刻字" };

        await other.PostAsync("/api/desk/presence", new { online = false });
        (await agent.PostAsync("/api/desk/conversations/c1/transfer", transfer)).Blames("toAgentId").ShouldBeTrue();
        await other.PostAsync("/api/desk/presence", new { online = true });
        (await agent.PostAsync("/api/desk/conversations/c1/transfer", transfer)).Body.GetProperty("conversation").GetProperty("agent").GetProperty("displayName").GetString().ShouldBe("客服dawei");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Presence_FollowsTheSignsOfLifeAndTheBreakOnEveryNode(StorageEngine engine)
    {
        await using var storage = await TemporaryStore.OpenAsync(engine);
        var clock = new ManualClock(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));
        var accounts = new AccountStore(storage.Database, new SessionEndings(), clock);
        await accounts.AddAsync(new Account("agent", "xiaoli", "小栗", [Roles.Agent], clock.GetUtcNow()) { PasswordHash = "hash" }, CancellationToken.None);
        var presence = new PresenceStore(storage.Database, clock);
        async Task<Presence> NowAsync() => (await presence.FindAsync("agent", CancellationToken.None)).At(clock.GetUtcNow());
        (await NowAsync()).ShouldBe(Presence.Offline);

        await presence.SeenAsync("agent", CancellationToken.None);
        (await NowAsync()).ShouldBe(Presence.Online);
        await presence.LeaveAsync("agent", AwayReason.Break, null, CancellationToken.None);
        clock.Advance(Handoff.Lease);
        await presence.SeenAsync("agent", CancellationToken.None);
        (await NowAsync()).ShouldBe(Presence.Away);
        await presence.ComeBackAsync("agent", CancellationToken.None);
        (await NowAsync()).ShouldBe(Presence.Online);
        clock.Advance(Handoff.Lease + TimeSpan.FromSeconds(1));
        (await NowAsync()).ShouldBe(Presence.Offline);
        (await presence.AllAsync(CancellationToken.None)).Keys.ShouldBe(["agent"]);
    }

    private static async Task<System.Text.Json.JsonElement> AgentOnBoardAsync(ConsoleClient boss) =>
        (await boss.GetAsync("/api/board")).Body.GetProperty("agents").EnumerateArray().ShouldHaveSingleItem();
}
