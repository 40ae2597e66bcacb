using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class FollowUpTests
{
    private static readonly Agent Xiaoli = new("agent-1", "小栗");
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_ADayAfterAScriptWithAFollowUp_SaysItOnceAndNoEarlier(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("起球了");
        (await TickAsync(table, Day - TimeSpan.FromMinutes(1))).ShouldBeEmpty();
        var said = (await TickAsync(table, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem();
        (said.Kind, said.Text).ShouldBe((MessageKind.Notice, "昨天说的问题都处理好了吗？"));
        (await TickAsync(table, Day)).ShouldBeEmpty();
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Bot);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenTheBuyerCameBackBefore_SaysNothing(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("起球了");
        await table.SayAsync("几时发货");
        (await TickAsync(table, Day)).ShouldBeEmpty();
        (await table.Store.PlannedContactsAsync(null, null, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenTheBuyerOnlySaidThanks_StillComesBack(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("起球了");
        await table.SayAsync("谢谢");
        (await TickAsync(table, Day)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenAnAgentHasClosedTheMatter_TheBotSaysNothing(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("起球了");
        var epoch = await AcceptAsync(table);
        await table.Desk.CloseAsync(table.ConversationId, Xiaoli, epoch, "unsolved", null, None);
        (await TickAsync(table, Day)).ShouldBeEmpty();
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Closed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenAnAgentsPromiseIsDue_TheBuyerIsInTheQueueAgainAlsoAfterClosing(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await PromiseAsync(table, "问评价改了没有");
        await table.Store.PlannedContactsAsync(null, null, None);
        (await TickAsync(table, Day)).ShouldBeEmpty("the agent speaks, not the bot");
        var conversation = await table.ConversationAsync();
        (conversation.State, conversation.Handoff!.Reason, conversation.Handoff.Summary).ShouldBe((ConversationState.Waiting, HandoffReason.FollowUp, "到期回访：问评价改了没有"));
        (await table.Store.PlannedContactsAsync(null, null, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CloseAsync_AsSolvedAtALaterVisit_SettlesWhatWasPromisedBefore(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await PromiseAsync(table, "再问一次");
        table.Clock.Advance(TimeSpan.FromHours(1));
        var epoch = await AcceptAsync(table);
        await table.Desk.CloseAsync(table.ConversationId, Xiaoli, epoch, "solved", null, None);
        (await table.Store.PlannedContactsAsync(table.ConversationId, null, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenTheBuyerIsWithAnAgent_TellsTheAgent(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await PromiseAsync(table, "再问一次", close: false);
        table.Clock.Advance(Day);
        await table.Store.RenewLeasesAsync(Xiaoli.Id, table.Clock.GetUtcNow() + Handoff.Lease, None);
        await table.Contacts.TickAsync(None);
        var note = (await table.HearAsync()).ShouldHaveSingleItem();
        (note.Kind, note.Text).ShouldBe((MessageKind.Note, "到期回访：再问一次"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SendAsync_OfASuggestionWithAFollowUp_PlansItForTheQueue(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("怎么赔");
        var epoch = await AcceptAsync(table);
        var suggestion = (await table.Store.SuggestionsAsync(table.ConversationId, None))!.Items[0];
        await table.Desk.SendAsync(new AgentReply(table.ConversationId, Xiaoli, epoch, suggestion.Text, "c1", suggestion.Id), None);
        (await table.Store.PlannedContactsAsync(null, null, None)).ShouldHaveSingleItem().DueAt.ShouldBe(table.Clock.GetUtcNow() + Day);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SettleContactAsync_OnAnOpenOne_TakesItBackOnce(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await PromiseAsync(table, "再问一次");
        var planned = (await table.Store.PlannedContactsAsync(null, null, None)).ShouldHaveSingleItem();
        (await table.Desk.SettleContactAsync(planned.Id, ContactOutcome.Cancelled, Xiaoli, None)).Outcome.ShouldBe(DeskOutcome.Done);
        (await table.Desk.SettleContactAsync(planned.Id, ContactOutcome.Cancelled, Xiaoli, None)).Outcome.ShouldBe(DeskOutcome.UnknownConversation);
        await TickAsync(table, Day);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Closed);
    }

    private static Task<TurnTable> SitAsync(StorageEngine engine) => TurnTable.SitAsync(engine,
        new ScriptedReader().On("起球了", "issue.quality").On("几时发货", "ship.time").On("谢谢", "chat.thanks").On("怎么赔", "compensation.claim"));

    private static async Task<IReadOnlyList<Message>> TickAsync(TurnTable table, TimeSpan later)
    {
        await table.HearAsync();
        table.Clock.Advance(later);
        await table.Contacts.TickAsync(None);
        return await table.HearAsync();
    }

    private static async Task PromiseAsync(TurnTable table, string note, bool close = true)
    {
        var epoch = await AcceptAsync(table);
        (await table.Desk.PlanContactAsync(table.ConversationId, Xiaoli, epoch, table.Clock.GetUtcNow() + Day, note, null, None)).Outcome.ShouldBe(DeskOutcome.Done);
        if (close)
            await table.Desk.CloseAsync(table.ConversationId, Xiaoli, epoch, "other", null, None);
    }

    private static async Task<long> AcceptAsync(TurnTable table) => (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Conversation!.Epoch;
}
