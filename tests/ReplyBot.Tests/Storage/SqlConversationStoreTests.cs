using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Storage;

public class SqlConversationStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task ReceiveAsync_TheSameMessageAHundredTimesAtOnce_IsOneRowWithOneId()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ =>
            temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, "client-1", "在吗", Now), None)));
        receipts.Select(receipt => receipt.Message!.Id).Distinct().Count().ShouldBe(1);
        receipts.Count(receipt => receipt.Outcome == ReceiptOutcome.Stored).ShouldBe(1);
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 200, None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReceiveAsync_ManyAtOnce_NumbersWithoutGapsAndReadsBackAfterAnyWatermark()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, $"c{number}", $"第{number}句", Now), None)));
        var all = await temporary.Store.MessagesAsync(conversation.Id, 0, 100, None);
        all.Select(message => message.Seq).ShouldBe(Enumerable.Range(1, 60).Select(seq => (long)seq));
        (await temporary.Store.MessagesAsync(conversation.Id, 42, 100, None)).Select(message => message.Seq).ShouldBe(Enumerable.Range(43, 18).Select(seq => (long)seq));
    }

    [Fact]
    public async Task ReceiveAsync_IntoAnUnknownConversation_StoresNothing()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var receipt = await temporary.Store.ReceiveAsync(new IncomingMessage("nobody", null, "在吗", Now), None);
        receipt.Outcome.ShouldBe(ReceiptOutcome.UnknownConversation);
        (await temporary.Store.PendingTurnsAsync(Now.AddDays(1), 10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReceiveAsync_AfterARestart_IsStillThereWithItsPendingTurn()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, "c", "在吗", Now) { ChannelData = """{"clientActivityID":"c"}""" }, None);
        await temporary.ReopenAsync();
        var message = (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).ShouldHaveSingleItem();
        message.Text.ShouldBe("在吗");
        message.ChannelData.ShouldBe("""{"clientActivityID":"c"}""");
        (await temporary.Store.PendingTurnsAsync(Now, 10, None)).ShouldBe([conversation.Id]);
    }

    [Fact]
    public async Task CommitAsync_FromAnOlderVersion_StoresNothing()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        var change = new ConversationChange(conversation, Now);
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "在的");
        await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, null, "又一句", Now), None);
        (await temporary.Store.CommitAsync(change, None)).ShouldBeFalse();
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).ShouldHaveSingleItem().From.ShouldBe(MessageAuthor.Buyer);
    }

    [Fact]
    public async Task CommitAsync_ManyFromTheSameVersion_OnlyOneWins()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        var wins = await Task.WhenAll(Enumerable.Range(0, 20).Select(agent =>
        {
            var change = new ConversationChange(conversation, Now);
            change.Assign($"h{agent}", $"agent-{agent}");
            return temporary.Store.CommitAsync(change, None);
        }));
        wins.Count(won => won).ShouldBe(1);
        (await OpenHandoffsAsync(temporary)).ShouldBe(1);
    }

    [Fact]
    public async Task CommitAsync_AHandoff_IsReadBackFirstInTheQueueAndSurvivesARestart()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var (first, second) = (await WaitAsync(temporary, Now.AddMinutes(1)), await WaitAsync(temporary, Now));
        await temporary.ReopenAsync();
        var waiting = await temporary.Store.ListAsync(ConversationScope.Waiting, null, 10, None);
        waiting.Select(conversation => conversation.Id).ShouldBe([second.Id, first.Id]);
        waiting[0].Handoff!.OpenedAt.ShouldBe(Now);
        (await temporary.Store.OpenPromisesAsync(None)).Select(promise => promise.ConversationId).ShouldBe([second.Id, first.Id]);
    }

    [Fact]
    public async Task CommitAsync_KeepingPromises_ClosesThemAll()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var waiting = await WaitAsync(temporary, Now);
        var change = new ConversationChange(waiting, Now.AddMinutes(2));
        change.KeepPromises("agent-1");
        (await temporary.Store.CommitAsync(change, None)).ShouldBeTrue();
        (await temporary.Store.OpenPromisesAsync(waiting.Id, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CommitAsync_UsingASuggestionTwice_IsRefusedAndUndone()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now);
        var suggesting = new ConversationChange(conversation, Now);
        suggesting.Suggest(new SuggestionSet(1, [new Suggestion("s1", 1, "ship.time.standard", "问", "ship.time", "答", 0.9, "因为", [])]));
        await temporary.Store.CommitAsync(suggesting, None);
        await UseAsync(temporary, conversation.Id);
        await Should.ThrowAsync<InvalidOperationException>(() => UseAsync(temporary, conversation.Id));
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task LostLeasesAsync_WhenTheAgentGaveNoSignOfLife_NamesTheConversation()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var waiting = await WaitAsync(temporary, Now);
        var change = new ConversationChange(waiting, Now);
        change.Assign("h", "agent-1");
        await temporary.Store.CommitAsync(change, None);
        (await temporary.Store.LostLeasesAsync(Now + Handoff.Lease - TimeSpan.FromSeconds(1), None)).ShouldBeEmpty();
        await temporary.Store.RenewLeasesAsync("agent-1", Now.AddMinutes(1), None);
        (await temporary.Store.LostLeasesAsync(Now + Handoff.Lease, None)).ShouldBeEmpty();
        (await temporary.Store.LostLeasesAsync(Now.AddMinutes(1), None)).ShouldBe([waiting.Id]);
    }

    [Fact]
    public async Task DueDeliveriesAsync_GivesOneConversationsRepliesInOrder()
    {
        await using var temporary = await TemporaryStore.OpenAsync();
        var conversation = await temporary.StartAsync(Now, deliveryAddress: "{}");
        var change = new ConversationChange(conversation, Now);
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "一");
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "二");
        await temporary.Store.CommitAsync(change, None);

        var first = (await temporary.Store.DueDeliveriesAsync(Now, 10, None)).ShouldHaveSingleItem();
        first.Message.Text.ShouldBe("一");
        await temporary.Store.SettleDeliveryAsync(first, new DeliveryOutcome(Done: false, Now, Now.AddSeconds(5), "busy"), None);
        (await temporary.Store.DueDeliveriesAsync(Now, 10, None)).ShouldBeEmpty();

        var again = (await temporary.Store.DueDeliveriesAsync(Now.AddSeconds(5), 10, None)).ShouldHaveSingleItem();
        (again.Message.Id, again.Attempts).ShouldBe((first.Message.Id, 1));
        await temporary.Store.SettleDeliveryAsync(again, new DeliveryOutcome(Done: true, Now.AddSeconds(6), null, null), None);
        (await temporary.Store.DueDeliveriesAsync(Now.AddSeconds(6), 10, None)).ShouldHaveSingleItem().Message.Text.ShouldBe("二");
    }

    private static async Task<Conversation> WaitAsync(TemporaryStore temporary, DateTimeOffset at)
    {
        var change = new ConversationChange(await temporary.StartAsync(at), at);
        change.OpenHandoff(Guid.NewGuid().ToString("N"), HandoffReason.Unsure, "问什么");
        var said = change.Say(MessageAuthor.Bot, MessageKind.Notice, "稍等");
        change.Promise(new WaitingPromise(said.Id, change.Before.Id, MessageAuthor.Bot, said.Text, at, at.AddMinutes(10), null));
        (await temporary.Store.CommitAsync(change, None)).ShouldBeTrue();
        return (await temporary.Store.FindAsync(change.Before.Id, None))!;
    }

    private static async Task UseAsync(TemporaryStore temporary, string conversationId)
    {
        var change = new ConversationChange((await temporary.Store.FindAsync(conversationId, None))!, Now);
        change.Say(MessageAuthor.Agent, MessageKind.Message, "答");
        change.UseSuggestion("s1", "agent-1", edited: false);
        await temporary.Store.CommitAsync(change, None);
    }

    private static Task<long> OpenHandoffsAsync(TemporaryStore temporary) =>
        temporary.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM handoffs WHERE closed_at IS NULL"), None);
}
