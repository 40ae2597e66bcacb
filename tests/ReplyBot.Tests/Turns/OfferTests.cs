using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class OfferTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly AgentOnDuty Xiaoli = new("agent-1", [], 0);
    private static readonly AgentOnDuty Dawei = new("agent-2", ["after-sale"], 0);

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenABuyerWaits_OffersThemToWhoeverHasFewestAndThenToTheNext(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var keeper = KeeperAt(table, Xiaoli with { Buyers = 2 }, Dawei);
        await keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OfferedTo.ShouldBe(Dawei.Id);
        table.Clock.Advance(OfferKeeper.Stands);
        await keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OfferedTo.ShouldBe(Xiaoli.Id);
        table.Clock.Advance(OfferKeeper.Stands);
        await keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OfferedTo.ShouldBe(Dawei.Id, "everybody let it pass: all are asked again");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task DeclineAsync_ByWhoWasAsked_AsksTheNextAtOnceAndTheSameAgentOnlyAfterAWhile(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var keeper = KeeperAt(table, Xiaoli with { Buyers = 2 }, Dawei);
        await keeper.TickAsync(None);
        await table.Desk.DeclineAsync(table.ConversationId, new Agent(Dawei.Id, "大伟"), None);
        await keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OfferedTo.ShouldBe(Xiaoli.Id);
        await table.Desk.DeclineAsync(table.ConversationId, new Agent(Xiaoli.Id, "小栗"), None);
        await keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OfferedTo.ShouldBeNull("both passed a moment ago");
        table.Clock.Advance(OfferKeeper.Stands);
        await keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OfferedTo.ShouldBe(Dawei.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenAnAgentMissedThePromise_OffersTheBuyerToAnother(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        await table.Desk.AcceptAsync(table.ConversationId, new Agent(Xiaoli.Id, "小栗"), None);
        table.Clock.Advance(TimeSpan.FromMinutes(10));
        await table.Store.RenewLeasesAsync(Xiaoli.Id, table.Clock.GetUtcNow() + Handoff.Lease, None);
        await table.Keeper.TickAsync(None);
        await KeeperAt(table, Xiaoli, Dawei).TickAsync(None);
        var handoff = (await table.ConversationAsync()).Handoff!;
        (handoff.AgentId, handoff.OfferedTo).ShouldBe((null, Dawei.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenSeveralWait_SpreadsThemOverTheAgents(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var other = await table.AnotherWaitsAsync();
        await KeeperAt(table, Xiaoli, Dawei).TickAsync(None);
        string?[] offered = [(await table.ConversationAsync()).Handoff!.OfferedTo, (await table.Store.FindAsync(other, None))!.Handoff!.OfferedTo];
        offered.ShouldBe([Xiaoli.Id, Dawei.Id], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ListAsync_ForTheAgentWhoseTurnItIs_PutsTheOfferedBuyerFirst(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        table.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await table.AnotherWaitsAsync();
        var change = new ConversationChange((await table.Store.FindAsync(later, None))!, table.Clock.GetUtcNow());
        change.Offer(Xiaoli.Id, table.Clock.GetUtcNow() + OfferKeeper.Stands);
        await table.Store.CommitAsync(change, None);
        (await table.Store.ListAsync(ConversationScope.Waiting, Xiaoli.Id, 10, None))[0].Id.ShouldBe(later);
        (await table.Store.ListAsync(ConversationScope.Waiting, Dawei.Id, 10, None))[0].Id.ShouldBe(table.ConversationId);
    }

    [Fact]
    public void For_WhenOneKnowsTheStage_ChoosesThatOneThenTheLastAgentThenTheIdlest()
    {
        var after = Waiting() with { Memory = new ConversationMemory { Stage = "AfterSale" }, LastAgentId = "agent-4" };
        AgentOnDuty[] onDuty = [new("agent-3", ["pre-sale"], 0), new("agent-4", [], 3), Xiaoli, Dawei with { Buyers = 5 }];
        NextAgent.For(after, onDuty, new Knowledge.KnowledgeBase(), 10)!.Id.ShouldBe(Dawei.Id);
        NextAgent.For(after, onDuty[..3], new Knowledge.KnowledgeBase(), 10)!.Id.ShouldBe("agent-4");
        NextAgent.For(after, onDuty[..3], new Knowledge.KnowledgeBase(), 3)!.Id.ShouldBe(Xiaoli.Id, "the other is full");
        NextAgent.For(after, onDuty[..1], new Knowledge.KnowledgeBase(), 10)!.Id.ShouldBe("agent-3", "better somebody than nobody");
    }

    private static OfferKeeper KeeperAt(TurnTable table, params AgentOnDuty[] onDuty) => new(table.Store, new Roster(onDuty), table.Serving, DeskLimits.Standard, table.Clock);

    private static async Task<TurnTable> WaitingAsync(StorageEngine engine)
    {
        var table = await TurnTable.SitAsync(engine, new ScriptedReader());
        await table.SayAsync("你们能刻字吗");
        return table;
    }

    private static Conversation Waiting() => new()
    {
        Id = "c1",
        Shop = "shop",
        Channel = "web",
        ChannelAccount = "default",
        BuyerId = "dl_a",
        CreatedAt = DateTimeOffset.UnixEpoch,
        LastAt = DateTimeOffset.UnixEpoch,
        Handoff = new Handoff("h1", DateTimeOffset.UnixEpoch, HandoffReason.Unsure, "", null, null),
    };

    private sealed class Roster(IReadOnlyList<AgentOnDuty> onDuty) : IAgentRoster
    {
        public Task<IReadOnlyList<AgentOnDuty>> OnDutyAsync(CancellationToken cancellation) => Task.FromResult(onDuty);
    }
}
