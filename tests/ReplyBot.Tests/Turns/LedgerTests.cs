using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class LedgerTests
{
    private static readonly Agent Xiaoli = new("agent-1", "小栗");
    private static readonly Agent Dawei = new("agent-2", "大伟");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task AcceptAsync_WhenTheAgentHasAsManyAsAllowed_IsRefusedUntilOneIsClosed(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader());
        DeskResult last = null!;
        for (var held = 0; held < TurnTable.BuyersPerAgent; held++)
            (last = await table.Desk.AcceptAsync(await table.AnotherWaitsAsync(), Xiaoli, None)).Outcome.ShouldBe(DeskOutcome.Done);
        var next = await table.AnotherWaitsAsync();
        (await table.Desk.AcceptAsync(next, Xiaoli, None)).Outcome.ShouldBe(DeskOutcome.AtCapacity);
        (await table.Desk.AcceptAsync(next, Dawei, None)).Outcome.ShouldBe(DeskOutcome.Done);
        await table.Desk.CloseAsync(last.Conversation!.Id, Xiaoli, last.Conversation.Epoch, "solved", null, None);
        (await table.Desk.AcceptAsync(await table.AnotherWaitsAsync(), Xiaoli, None)).Outcome.ShouldBe(DeskOutcome.Done);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ListAsync_OfWaitingBuyers_GivesAnAngryOneAHeadStartAndAnAgentTheirOwnFirst(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader());
        var longest = await table.AnotherWaitsAsync();
        table.Clock.Advance(TimeSpan.FromMinutes(1));
        var own = await table.AnotherWaitsAsync();
        table.Clock.Advance(TimeSpan.FromMinutes(5));
        var angry = await table.AnotherWaitsAsync(HandoffReason.Emotion);
        await table.Desk.AcceptAsync(own, Xiaoli, None);
        table.Clock.Advance(Handoff.Lease);
        await table.Keeper.TickAsync(None);
        (await WaitingAsync(table, Dawei)).ShouldBe([angry, longest, own]);
        (await WaitingAsync(table, Xiaoli)).ShouldBe([angry, own, longest]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TransferAsync_ToAColleague_LeavesANoteThatTheBuyerDoesNotSee(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Conversation!.Epoch;
        var transferred = await table.Desk.TransferAsync(table.ConversationId, Xiaoli, epoch, Dawei.Id, "要问仓库能不能刻字", None);
        transferred.Outcome.ShouldBe(DeskOutcome.Done);
        var conversation = await table.ConversationAsync();
        (conversation.State, conversation.Handoff!.AgentId).ShouldBe((ConversationState.Assigned, Dawei.Id));
        var note = (await table.HearAsync()).ShouldHaveSingleItem();
        (note.Kind, note.ForBuyer, note.AgentId).ShouldBe((MessageKind.Note, false, Xiaoli.Id));
        (await table.Desk.CloseAsync(table.ConversationId, Xiaoli, epoch, "solved", null, None)).Outcome.ShouldBe(DeskOutcome.StaleEpoch);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TransferAsync_ToTheQueue_KeepsTheOriginalPlace(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var since = (await table.ConversationAsync()).Handoff!.OpenedAt;
        table.Clock.Advance(TimeSpan.FromMinutes(1));
        var epoch = (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Conversation!.Epoch;
        await table.Desk.TransferAsync(table.ConversationId, Xiaoli, epoch, null, "下班了", None);
        var conversation = await table.ConversationAsync();
        (conversation.State, conversation.Handoff!.OpenedAt).ShouldBe((ConversationState.Waiting, since));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_OnAPromiseOfAnAgent_RemindsThenRaisesTheAlarmOnceAndOffersTheBuyerToTheNext(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None);
        await StayAsync(table, Xiaoli, TimeSpan.FromMinutes(8));
        await table.Keeper.TickAsync(None);
        (await EventsAsync(table)).ShouldBe([ConversationEventKind.Reminded]);

        await StayAsync(table, Xiaoli, TimeSpan.FromMinutes(2));
        await table.Keeper.TickAsync(None);
        (await EventsAsync(table)).ShouldBe([ConversationEventKind.Reminded, ConversationEventKind.AlarmRaised, ConversationEventKind.Reassured]);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);

        await table.Desk.AcceptAsync(table.ConversationId, Dawei, None);
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.AgentId.ShouldBe(Dawei.Id, "the next agent gets time");
        (await EventsAsync(table)).Count.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenTheNextAgentIsSilentToo_RaisesTheAlarmAgainAndOffersTheBuyerOnwards(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        table.Clock.Advance(TimeSpan.FromMinutes(10));
        await table.Keeper.TickAsync(None);
        await table.Desk.AcceptAsync(table.ConversationId, Dawei, None);
        await StayAsync(table, Dawei, WaitingTimes.AlarmInterval - TimeSpan.FromSeconds(1));
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Assigned);
        await StayAsync(table, Dawei, TimeSpan.FromSeconds(1));
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
        (await EventsAsync(table)).Count(kind => kind == ConversationEventKind.AlarmRaised).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReturnAsync_WithAPromiseOpenAndTheBuyersLastWordUnanswered_OwesBoth(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        var epoch = (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Conversation!.Epoch;
        await table.SayAsync("几时发货");
        await table.Desk.ReturnAsync(table.ConversationId, Xiaoli, epoch, None);
        (await table.RunPendingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
        table.Clock.Advance(TimeSpan.FromMinutes(10));
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.FollowUp);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_OnAnAgentsOwnHoldingReply_RemindsRaisesTheAlarmAndReassuresOnce(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        await ReplyAsync(table, "可以刻字的哦亲");
        await table.SayAsync("能刻几个字");
        await ReplyAsync(table, "亲，稍等一下");
        (await table.Store.OpenPromisesAsync(None)).ShouldHaveSingleItem().MadeBy.ShouldBe(MessageAuthor.Agent);
        await table.HearAsync();

        for (var minute = 1; minute <= 12; minute++)
        {
            await StayAsync(table, Xiaoli, TimeSpan.FromMinutes(1));
            await table.Keeper.TickAsync(None);
        }
        (await EventsAsync(table)).ShouldBe([ConversationEventKind.Reminded, ConversationEventKind.AlarmRaised, ConversationEventKind.Reassured]);
        (await table.HearAsync()).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Notice);
        (await table.ConversationAsync()).Handoff!.PassedBy.ShouldBe([Xiaoli.Id], "the next is somebody else");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenABuyerWaitsWithoutHavingBeenPromisedAnything_RaisesTheAlarmAllTheSame(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader(), TurnTable.With(new ChannelSetting { Mode = ReplyMode.Off }));
        (await table.SayAsync("你们能刻字吗")).ShouldBeEmpty("the bot stays out");
        await table.Keeper.TickAsync(None);
        var promise = (await table.Store.OpenPromisesAsync(None)).ShouldHaveSingleItem();
        (promise.MadeBy, promise.Text, promise.Deadline).ShouldBe((MessageAuthor.System, "你们能刻字吗", table.Clock.GetUtcNow().AddMinutes(10)));

        table.Clock.Advance(TimeSpan.FromMinutes(10));
        await table.Keeper.TickAsync(None);
        (await EventsAsync(table)).ShouldContain(ConversationEventKind.AlarmRaised);
        (await table.HearAsync()).ShouldBeEmpty("the bot stays out");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenAnAgentLeavesTheBuyersLastWordUnanswered_BringsTheBuyerBack(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        await ReplyAsync(table, "可以刻字的哦亲");
        await table.SayAsync("能刻几个字");
        await table.Keeper.TickAsync(None);
        await StayAsync(table, Xiaoli, TimeSpan.FromMinutes(10));
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
        (await EventsAsync(table)).ShouldBe([ConversationEventKind.AlarmRaised, ConversationEventKind.Reassured]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_WhenTheBuyerOnlyThankedTheAgent_OwesNothing(StorageEngine engine)
    {
        await using var table = await WaitingAsync(engine);
        await ReplyAsync(table, "可以刻字的哦亲");
        await table.SayAsync("谢谢");
        await table.Keeper.TickAsync(None);
        (await table.Store.OpenPromisesAsync(None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReturnAsync_OfABuyerWhoOnlyWaited_SettlesTheWait(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"), TurnTable.AtOnce);
        await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None);
        await table.SayAsync("几时发货");
        await table.Keeper.TickAsync(None);
        (await table.Store.OpenPromisesAsync(None)).ShouldHaveSingleItem();
        await table.Desk.ReturnAsync(table.ConversationId, Xiaoli, (await table.ConversationAsync()).Epoch, None);
        (await table.RunPendingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
        (await table.Store.OpenPromisesAsync(None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReturnAsync_WithANoteAfterTheBuyersLastWord_LeavesThatWordToTheBot(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        var epoch = (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Conversation!.Epoch;
        await table.SayAsync("几时发货");
        var given = await table.Desk.TransferAsync(table.ConversationId, Xiaoli, epoch, Dawei.Id, "问发货", None);
        await table.Desk.ReturnAsync(table.ConversationId, Dawei, given.Conversation!.Epoch, None);
        (await table.RunPendingAsync()).ShouldContain(message => message.Kind == MessageKind.Answer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TickAsync_AtNight_DoesNotReassureAgain(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader(), hours: "09:00-18:00");
        await table.SayAsync("你们能刻字吗");
        await table.HearAsync();
        for (var halfHour = 0; halfHour < 40; halfHour++)
        {
            table.Clock.Advance(TimeSpan.FromMinutes(30));
            await table.Keeper.TickAsync(None);
        }
        (await table.HearAsync()).Select(message => ShopClock.China.Local(message.At).Hour).ShouldAllBe(hour => hour >= 9 && hour <= 18);
    }

    /// <summary>The agent takes the buyer, where need be, and replies.</summary>
    private static async Task ReplyAsync(TurnTable table, string text)
    {
        var epoch = (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Conversation!.Epoch;
        (await table.Desk.SendAsync(new AgentReply(table.ConversationId, Xiaoli, epoch, text, text, null), None)).Outcome.ShouldBe(DeskOutcome.Done);
    }

    private static async Task<TurnTable> WaitingAsync(StorageEngine engine)
    {
        var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time").On("谢谢", "chat.thanks"));
        await table.SayAsync("你们能刻字吗");
        return table;
    }

    private static async Task<IReadOnlyList<string>> WaitingAsync(TurnTable table, Agent agent) =>
        [.. (await table.Store.ListAsync(ConversationScope.Waiting, agent.Id, 10, None)).Select(conversation => conversation.Id)];

    /// <summary>Time passes with the agent's console open.</summary>
    private static async Task StayAsync(TurnTable table, Agent agent, TimeSpan time)
    {
        table.Clock.Advance(time);
        await table.Store.RenewLeasesAsync(agent.Id, table.Clock.GetUtcNow() + Handoff.Lease, None);
    }

    private static async Task<IReadOnlyList<ConversationEventKind>> EventsAsync(TurnTable table) =>
        [.. (await table.Database.ReadAsync(connection => connection.QueryAsync<int>("SELECT kind FROM events WHERE actor = 'clock' ORDER BY id"), None)).Select(kind => (ConversationEventKind)kind)];
}
