using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Storage;

public class SqlConversationStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task ReceiveAsync_TheSameMessageAHundredTimesAtOnce_IsOneRowWithOneId(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ =>
            temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, "client-1", "在吗", Now), None)));
        receipts.Select(receipt => receipt.Message!.Id).Distinct().Count().ShouldBe(1);
        receipts.Count(receipt => receipt.Outcome == ReceiptOutcome.Stored).ShouldBe(1);
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 200, None)).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReceiveAsync_ManyAtOnce_NumbersWithoutGapsAndReadsBackAfterAnyWatermark(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, $"c{number}", $"第{number}句", Now), None)));
        var all = await temporary.Store.MessagesAsync(conversation.Id, 0, 100, None);
        all.Select(message => message.Seq).ShouldBe(Enumerable.Range(1, 60).Select(seq => (long)seq));
        (await temporary.Store.MessagesAsync(conversation.Id, 42, 100, None)).Select(message => message.Seq).ShouldBe(Enumerable.Range(43, 18).Select(seq => (long)seq));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReceiveAsync_IntoAnUnknownConversation_StoresNothing(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var receipt = await temporary.Store.ReceiveAsync(new IncomingMessage("nobody", null, "在吗", Now), None);
        receipt.Outcome.ShouldBe(ReceiptOutcome.UnknownConversation);
        (await temporary.Store.PendingTurnsAsync(Now.AddDays(1), 10, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReceiveAsync_AfterARestart_IsStillThereWithItsPendingTurn(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now);
        await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, "c", "在吗", Now) { ChannelData = """{"clientActivityID":"c"}""" }, None);
        await temporary.ReopenAsync();
        var message = (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).ShouldHaveSingleItem();
        message.Text.ShouldBe("在吗");
        message.ChannelData.ShouldBe("""{"clientActivityID":"c"}""");
        (await temporary.Store.PendingTurnsAsync(Now, 10, None)).ShouldBe([conversation.Id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_FromAnOlderVersion_StoresNothing(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now);
        var change = new ConversationChange(conversation, Now);
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "在的");
        await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, null, "又一句", Now), None);
        (await temporary.Store.CommitAsync(change, None)).ShouldBeFalse();
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).ShouldHaveSingleItem().From.ShouldBe(MessageAuthor.Buyer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_ManyFromTheSameVersion_OnlyOneWins(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
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

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_AHandoff_IsReadBackFirstInTheQueueAndSurvivesARestart(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var (first, second) = (await WaitAsync(temporary, Now.AddMinutes(1)), await WaitAsync(temporary, Now));
        await temporary.ReopenAsync();
        var waiting = await temporary.Store.ListAsync(ConversationScope.Waiting, null, 10, None);
        waiting.Select(conversation => conversation.Id).ShouldBe([second.Id, first.Id]);
        waiting[0].Handoff!.OpenedAt.ShouldBe(Now);
        (await temporary.Store.OpenPromisesAsync(None)).Select(promise => promise.ConversationId).ShouldBe([second.Id, first.Id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_KeepingPromises_ClosesThemAll(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var waiting = await WaitAsync(temporary, Now);
        var change = new ConversationChange(waiting, Now.AddMinutes(2));
        change.KeepPromises("agent-1");
        (await temporary.Store.CommitAsync(change, None)).ShouldBeTrue();
        (await temporary.Store.OpenPromisesAsync(waiting.Id, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_UsingASuggestionTwice_IsRefusedAndUndone(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now);
        var suggesting = new ConversationChange(conversation, Now);
        suggesting.Suggest(new SuggestionSet(1, [new Suggestion("s1", 1, "ship.time.standard", "问", "ship.time", "答", 0.9, "因为", [])]));
        await temporary.Store.CommitAsync(suggesting, None);
        await UseAsync(temporary, conversation.Id);
        await Should.ThrowAsync<SuggestionSentException>(() => UseAsync(temporary, conversation.Id));
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task LostLeasesAsync_WhenTheAgentGaveNoSignOfLife_NamesTheConversation(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var waiting = await WaitAsync(temporary, Now);
        var change = new ConversationChange(waiting, Now);
        change.Assign("h", "agent-1");
        await temporary.Store.CommitAsync(change, None);
        (await temporary.Store.LostLeasesAsync(Now + Handoff.Lease - TimeSpan.FromSeconds(1), None)).ShouldBeEmpty();
        await temporary.Store.RenewLeasesAsync("agent-1", Now.AddMinutes(1), None);
        (await temporary.Store.LostLeasesAsync(Now + Handoff.Lease, None)).ShouldBeEmpty();
        (await temporary.Store.LostLeasesAsync(Now.AddMinutes(1), None)).ShouldBe([waiting.Id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ClaimDeliveriesAsync_GivesOneConversationsRepliesInOrderAndEachOnce(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now, deliveryAddress: "{}");
        var change = new ConversationChange(conversation, Now);
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "一");
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "二");
        await temporary.Store.CommitAsync(change, None);

        var first = (await ClaimAsync(temporary, Now)).ShouldHaveSingleItem();
        first.Message.Text.ShouldBe("一");
        (await ClaimAsync(temporary, Now)).ShouldBeEmpty("somebody has it");
        await temporary.Store.SettleDeliveryAsync(first, new DeliveryOutcome(Done: false, Now, Now.AddSeconds(5), "busy"), None);
        (await ClaimAsync(temporary, Now)).ShouldBeEmpty();

        var again = (await ClaimAsync(temporary, Now.AddSeconds(5))).ShouldHaveSingleItem();
        (again.Message.Id, again.Attempts).ShouldBe((first.Message.Id, 1));
        await temporary.Store.SettleDeliveryAsync(again, new DeliveryOutcome(Done: true, Now.AddSeconds(6), null, null), None);
        (await ClaimAsync(temporary, Now.AddSeconds(6))).ShouldHaveSingleItem().Message.Text.ShouldBe("二");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_WhenAPusherHasRoom_HandsItTheFirstReplyAndGivesThatToNobodyElse(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var pusher = new Pusher { HasRoom = true };
        temporary.Feed.Pusher = pusher;
        var conversation = await SayAsync(temporary, await temporary.StartAsync(Now, deliveryAddress: "{}"), "一", "二");

        var handed = pusher.Pushed.ShouldHaveSingleItem();
        var stored = (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None))[0];
        (handed.Message.Id, handed.Message.Text, handed.Message.At, handed.Address, handed.Attempts).ShouldBe((stored.Id, stored.Text, stored.At, "{}", 0));
        (await ClaimAsync(temporary, Now)).ShouldBeEmpty("the second follows the first, and that was handed over");
        await SayAsync(temporary, (await temporary.Store.FindAsync(conversation.Id, None))!, "三");
        pusher.Pushed.Count.ShouldBe(1, "an earlier reply is still on its way");

        await temporary.Store.SettleDeliveryAsync(handed, new DeliveryOutcome(Done: true, Now, null, null), None);
        (await ClaimAsync(temporary, Now)).ShouldHaveSingleItem().Message.Text.ShouldBe("二");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_WhenTheHandedReplyIsLost_GivesItAgainAfterTheClaim(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var pusher = new Pusher { HasRoom = true };
        temporary.Feed.Pusher = pusher;
        await SayAsync(temporary, await temporary.StartAsync(Now, deliveryAddress: "{}"), "一");
        (await ClaimAsync(temporary, Now + Delivery.Claim - TimeSpan.FromMilliseconds(1))).ShouldBeEmpty();
        (await ClaimAsync(temporary, Now + Delivery.Claim)).ShouldHaveSingleItem().Message.Id.ShouldBe(pusher.Pushed[0].Message.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CommitAsync_WhenThePusherHasNoRoom_LeavesTheReplyInTheStore(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var pusher = new Pusher { HasRoom = false };
        temporary.Feed.Pusher = pusher;
        await SayAsync(temporary, await temporary.StartAsync(Now, deliveryAddress: "{}"), "一");
        pusher.Pushed.ShouldBeEmpty();
        (await ClaimAsync(temporary, Now)).ShouldHaveSingleItem().Message.Text.ShouldBe("一");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ClaimTurnsAsync_ManyAtOnce_GivesEachTurnToOneAndBackWhenItWasNotRun(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var spoken = new List<string>();
        for (var buyer = 0; buyer < 20; buyer++)
        {
            spoken.Add((await temporary.StartAsync(Now)).Id);
            await temporary.Store.ReceiveAsync(new IncomingMessage(spoken[^1], null, "在吗", Now), None);
        }
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => temporary.Store.ClaimTurnsAsync(Now, Now.AddSeconds(15), 5, None)));
        var claimed = claims.SelectMany(claim => claim).ToList();
        claimed.ShouldBeUnique();
        claimed.AddRange(await temporary.Store.ClaimTurnsAsync(Now, Now.AddSeconds(15), 20, None));
        claimed.ShouldBe(spoken, ignoreOrder: true);
        (await temporary.Store.ClaimTurnsAsync(Now.AddSeconds(14), Now.AddSeconds(30), 20, None)).ShouldBeEmpty();
        (await temporary.Store.ClaimTurnsAsync(Now.AddSeconds(15), Now.AddSeconds(30), 50, None)).Count.ShouldBe(20);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ReceiveAsync_TextThatAnEngineRefuses_IsStoredTheSameOnBoth(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        var conversation = await temporary.StartAsync(Now);
        await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, "c\0", "a\0b\uD83Dc😀", Now) { BuyerName = "买\0家" }, None);
        (await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, "c\0", "again", Now), None)).Outcome.ShouldBe(ReceiptOutcome.Duplicate);
        (await temporary.Store.MessagesAsync(conversation.Id, 0, 10, None)).ShouldHaveSingleItem().Text.ShouldBe("a\uFFFDb\uFFFDc😀");
        (await temporary.Store.FindAsync(conversation.Id, None))!.BuyerName.ShouldBe("买\uFFFD家");
        (await temporary.Store.FindAsync("\0", None)).ShouldBeNull();
    }

    private static async Task<Conversation> SayAsync(TemporaryStore temporary, Conversation conversation, params string[] texts)
    {
        var change = new ConversationChange(conversation, Now);
        foreach (var text in texts)
            change.Say(MessageAuthor.Bot, MessageKind.Answer, text);
        (await temporary.Store.CommitAsync(change, None)).ShouldBeTrue();
        return change.After;
    }

    private sealed class Pusher : IReplyPusher
    {
        public bool HasRoom { get; init; }

        public List<Delivery> Pushed { get; } = [];

        public void Push(Delivery delivery) => Pushed.Add(delivery);
    }

    private static Task<IReadOnlyList<Delivery>> ClaimAsync(TemporaryStore temporary, DateTimeOffset now) =>
        temporary.Store.ClaimDeliveriesAsync(now, now.AddSeconds(30), 10, None);

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
        change.UseSuggestion("s1", "agent-1", changed: 0);
        await temporary.Store.CommitAsync(change, None);
    }

    private static Task<long> OpenHandoffsAsync(TemporaryStore temporary) =>
        temporary.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM handoffs WHERE closed_at IS NULL"), None);
}
