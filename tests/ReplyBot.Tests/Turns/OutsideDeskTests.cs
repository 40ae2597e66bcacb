using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ReplyBot.BotFramework;
using ReplyBot.BotFramework.Handoff;
using ReplyBot.Channels;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class OutsideDeskTests
{
    private static readonly Agent Xiaoli = new("agent-1", "小栗");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task ReadAsync_AfterAHandoff_GivesTheInitiationWithTheTranscript(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("你们能刻字吗");
        var page = (await GatewayAt(table).ReadAsync(table.ConversationId, 0, 100, None))!;
        page.Messages.Select(entry => entry.Kind).ShouldBe([TranscriptKind.Message, TranscriptKind.Message, TranscriptKind.Event]);
        var initiate = page.Messages[2];
        initiate.EventName.ShouldBe("handoff.initiate");
        JsonDocument.Parse(initiate.Value!).RootElement.GetProperty("reason").GetString().ShouldBe("Unsure");
        var transcript = initiate.Attachments.ShouldHaveSingleItem();
        (transcript.Name, transcript.ContentType).ShouldBe(("Transcript", "application/json"));
        JsonDocument.Parse(transcript.Content!).RootElement.GetProperty("activities").EnumerateArray()
            .Select(activity => activity.GetProperty("text").GetString()!.Contains("稍等", StringComparison.Ordinal)).ShouldBe([false, true]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReadAsync_WhereNoOutsideDeskTakesPart_TellsNothing(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader());
        await table.SayAsync("你们能刻字吗");
        (await GatewayAt(table).ReadAsync(table.ConversationId, 0, 100, None))!.Messages.ShouldAllBe(entry => entry.Kind == TranscriptKind.Message);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PostAsync_WhenTheOutsideDeskAcceptsAndCompletes_HoldsAndThenClosesTheConversation(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("你们能刻字吗");
        await TellAsync(table, "accepted");
        var held = await table.ConversationAsync();
        (held.State, held.Handoff!.AgentId).ShouldBe((ConversationState.Assigned, OutsideDesk.Agent.Id));
        (await table.Store.OpenPromisesAsync(None)).ShouldBeEmpty("the buyer is with a human");
        table.Clock.Advance(TimeSpan.FromMinutes(30));
        await table.Keeper.TickAsync(None);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Assigned, "an outside desk has no heartbeat");
        await TellAsync(table, "completed");
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Closed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PostAsync_WhenTheOutsideDeskFails_TheBuyerIsInTheQueueAndTheSupervisorTold(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("你们能刻字吗");
        await TellAsync(table, "failed");
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
        (await table.Store.OpenPromisesAsync(None)).ShouldHaveSingleItem().AlarmedAt.ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PostAsync_WhenOneOfOurAgentsWasFirst_TheOutsideDeskGetsNothing(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("你们能刻字吗");
        await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None);
        await TellAsync(table, "accepted");
        (await table.ConversationAsync()).Handoff!.AgentId.ShouldBe(Xiaoli.Id);
        (await GatewayAt(table).ReadAsync(table.ConversationId, 0, 100, None))!.Messages[^1].Value.ShouldBe("""{"state":"accepted"}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PostAsync_WhenTheBuyerPretendsToBeTheDesk_NothingHappens(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("你们能刻字吗");
        await TellAsync(table, "accepted", from: TemporaryStore.Buyer.BuyerId);
        await TellAsync(table, "accepted", vouched: false);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
    }

    [Theory]
    [InlineData("""{"state":"accepted"}""", HandoffState.Accepted)]
    [InlineData("""{"state":"Failed","message":"no one"}""", HandoffState.Failed)]
    [InlineData("""{"state":"4"}""", null)]
    [InlineData("\"accepted\"", null)]
    [InlineData(null, null)]
    public void ReadStatus_OfAnyValue_GivesTheStateOrNothing(string? value, HandoffState? state) =>
        (HandoffEvents.ReadStatus(value)?.State).ShouldBe(state);

    private static Task<TurnTable> SitAsync(StorageEngine engine) =>
        TurnTable.SitAsync(engine, new ScriptedReader(), TurnTable.With(new ChannelSetting { OutsideDesk = true }));

    private static Task<PostReceipt> TellAsync(TurnTable table, string state, string from = "hub", bool vouched = true) => GatewayAt(table, outside: true).PostAsync(
        new InboundMessage
        {
            ConversationId = table.ConversationId,
            ChannelId = "web",
            Kind = InboundKind.Event,
            FromId = from,
            EventName = HandoffEvents.StatusName,
            Value = $$"""{"state":"{{state}}"}""",
            ReplyReference = vouched ? "{}" : null,
        }, None);

    private static ConversationGateway GatewayAt(TurnTable table, bool outside = false) => new(
        table.Store, table.Feed, new TypingSignals(), new MessagePace(new ConfigurationBuilder().Build(), table.Clock), new OutsideDesk(table.Store, table.Clock),
        TurnTable.With(new ChannelSetting { OutsideDesk = outside }), new ShopIdentity(table.Serving), table.Clock);
}
