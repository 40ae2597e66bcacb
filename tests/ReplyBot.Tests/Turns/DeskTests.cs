using System.Globalization;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class DeskTests
{
    private static readonly Agent Xiaoli = new("agent-1", "小栗");
    private static readonly Agent Dawei = new("agent-2", "大伟");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task AcceptAsync_TwentyAgentsAtOnce_OneGetsTheBuyer(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var agents = Enumerable.Range(0, 20).Select(number => new Agent($"agent-{number}", "客服")).ToList();
        var races = int.TryParse(Environment.GetEnvironmentVariable("REPLYBOT_RACES"), CultureInfo.InvariantCulture, out var asked) ? asked : 50;
        for (var race = 0; race < races; race++)
        {
            var results = await Task.WhenAll(agents.Select(agent => Task.Run(() => table.Desk.AcceptAsync(table.ConversationId, agent, None))));
            results.Count(result => result.Outcome == DeskOutcome.Done).ShouldBe(1);
            results.Count(result => result.Outcome == DeskOutcome.HeldByAnother).ShouldBe(19);
            var winner = Array.FindIndex(results, result => result.Outcome == DeskOutcome.Done);
            (await table.Desk.CloseAsync(table.ConversationId, agents[winner], results[winner].Conversation!.Epoch, "solved", null, None)).Outcome.ShouldBe(DeskOutcome.Done);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_AnAnswer_ReachesTheBuyerAndKeepsThePromise(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        (await SendAsync(table, Xiaoli, epoch, "可以刻字的，亲，下单时写备注就好")).Outcome.ShouldBe(DeskOutcome.Done);
        var heard = (await table.HearAsync()).ShouldHaveSingleItem();
        (heard.From, heard.AuthorName).ShouldBe((MessageAuthor.Agent, "小栗"));
        (await table.Store.OpenPromisesAsync(None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_AnotherHoldOn_OpensAPromiseAndClosesNone(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        await SendAsync(table, Xiaoli, epoch, "亲，稍等一下，我去问仓库");
        (await table.Store.OpenPromisesAsync(None)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_TheSameReplyTwice_IsSentOnce(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        var first = await SendAsync(table, Xiaoli, epoch, "可以刻字的哦亲", "c1");
        var second = await SendAsync(table, Xiaoli, epoch, "可以刻字的哦亲", "c1");
        second.Message!.Id.ShouldBe(first.Message!.Id);
        (await table.HearAsync()).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_TheSameSuggestionTwice_IsRefusedTheSecondTime(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("怎么赔", "compensation.claim"));
        await table.SayAsync("怎么赔");
        await table.HearAsync();
        var epoch = await AcceptAsync(table, Xiaoli);
        var suggestion = (await table.Store.SuggestionsAsync(table.ConversationId, None))!.Items[0];
        Task<DeskResult> SendAsync(string clientId) => table.Desk.SendAsync(
            new AgentReply(table.ConversationId, Xiaoli, epoch, suggestion.Text, clientId, suggestion.Id), None);

        (await SendAsync("c1")).Outcome.ShouldBe(DeskOutcome.Done);
        (await SendAsync("c2")).Outcome.ShouldBe(DeskOutcome.SuggestionSent);
        (await table.HearAsync()).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_WithAnOpenSlot_IsBlocked(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        var result = await SendAsync(table, Xiaoli, epoch, "您的单号是{{parcel.number}}，请查收");
        result.Outcome.ShouldBe(DeskOutcome.Blocked);
        (await table.HearAsync()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_AfterTheLeaseWasLostToAnother_IsRefused(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        table.Clock.Advance(Handoff.Lease);
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
        await AcceptAsync(table, Dawei);
        (await SendAsync(table, Xiaoli, epoch, "可以刻字的哦亲")).Outcome.ShouldBe(DeskOutcome.StaleEpoch);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenTheAgentIsGone_TheBuyerHasTheOriginalPlace(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var since = (await table.ConversationAsync()).Handoff!.OpenedAt;
        table.Clock.Advance(TimeSpan.FromMinutes(1));
        await AcceptAsync(table, Xiaoli);
        table.Clock.Advance(Handoff.Lease);
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.OpenedAt.ShouldBe(since);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenAPromiseIsOverdue_ReassuresOnceInTenMinutes(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        table.Clock.Advance(TimeSpan.FromMinutes(10));
        await table.Keeper.TickAsync(None);
        await table.Keeper.TickAsync(None);
        (await table.HearAsync()).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Notice);
        table.Clock.Advance(TimeSpan.FromMinutes(9));
        await table.Keeper.TickAsync(None);
        (await table.HearAsync()).ShouldBeEmpty();
        table.Clock.Advance(TimeSpan.FromMinutes(1));
        await table.Keeper.TickAsync(None);
        (await table.HearAsync()).Count.ShouldBe(1);
        (await table.Store.OpenPromisesAsync(None)).Count.ShouldBe(1, "a reassurance keeps no promise");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReturnAsync_GivesTheConversationBackToTheBot(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        (await table.Desk.ReturnAsync(table.ConversationId, Xiaoli, epoch, None)).Outcome.ShouldBe(DeskOutcome.Done);
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CloseAsync_ByAnAgentWhoDoesNotHoldIt_IsRefused(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = await AcceptAsync(table, Xiaoli);
        (await table.Desk.CloseAsync(table.ConversationId, Dawei, epoch, "solved", null, None)).Outcome.ShouldBe(DeskOutcome.StaleEpoch);
    }

    private static async Task<TurnTable> WaitingAsync(StorageEngine engine)
    {
        var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        await table.SayAsync("你们能刻字吗");
        return table;
    }

    private static async Task<long> AcceptAsync(TurnTable table, Agent agent) =>
        (await table.Desk.AcceptAsync(table.ConversationId, agent, None)).Conversation!.Epoch;

    private static Task<DeskResult> SendAsync(TurnTable table, Agent agent, long epoch, string text, string? clientId = null) =>
        table.Desk.SendAsync(new AgentReply(table.ConversationId, agent, epoch, text, clientId ?? Guid.NewGuid().ToString("N"), null), None);
}
