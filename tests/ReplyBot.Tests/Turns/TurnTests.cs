using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Slots;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class TurnTests
{
    private static readonly Agent Xiaoli = new("agent-1", "小栗");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenSure_AnswersFromTheScriptWithoutUnknownFacts(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        var said = (await table.SayAsync("几时发货")).ShouldHaveSingleItem();
        (said.Kind, said.ScriptId).ShouldBe((MessageKind.Answer, "ship.time.standard"));
        said.Text.ShouldStartWith("付款后24小时内发出");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenAskedAgain_NeverRepeatsAndInTheEndHandsOver(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        var answers = new List<string>();
        for (var ask = 0; ask < 2; ask++)
            answers.Add((await table.SayAsync("几时发货")).ShouldHaveSingleItem().Text);
        answers.ShouldBeUnique();
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Notice);
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.AskedAgain);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenUnsure_SaysHoldOnAndTheBuyerIsInTheQueueWithAPromise(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader());
        var said = (await table.SayAsync("你们能定制刻字杯子吗")).ShouldHaveSingleItem();
        said.Kind.ShouldBe(MessageKind.Notice);
        said.Text.ShouldContain("稍等");
        var conversation = await table.ConversationAsync();
        (conversation.State, conversation.Handoff!.Summary).ShouldBe((ConversationState.Waiting, "你们能定制刻字杯子吗"));
        (await table.Store.OpenPromisesAsync(None)).ShouldHaveSingleItem().Deadline.ShouldBe(table.Clock.GetUtcNow().AddMinutes(10));
        (await table.Store.PendingTurnsAsync(table.Clock.GetUtcNow().AddDays(1), 10, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenMessagesCameTogether_GivesOneReply(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("在吗\n几时发货", "ship.time"));
        (await table.SayAsync("在吗", "几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhileAnAgentHoldsTheConversation_OnlySuggests(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        await table.SayAsync("刻字吗");
        (await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None)).Outcome.ShouldBe(DeskOutcome.Done);
        (await table.SayAsync("几时发货")).ShouldBeEmpty();
        var suggested = (await table.Store.SuggestionsAsync(table.ConversationId, None))!;
        suggested.Items[0].ScriptId.ShouldBe("ship.time.standard");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhileWaiting_AnswersANewQuestionItIsSureOfAndKeepsThePromiseOpen(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        await table.SayAsync("刻字吗");
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
        (await table.SayAsync("人呢")).ShouldBeEmpty();
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
        (await table.Store.OpenPromisesAsync(None)).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenNotForAShop_SaysOneNeutralLineThenHandsOver(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("写首诗", "out_of_scope").On("讲个笑话", "out_of_scope"));
        (await table.SayAsync("写首诗")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Question);
        await table.SayAsync("讲个笑话");
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.OutOfScope);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenOfferedChoiceIsTaken_AnswersIt(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("运费", "return.fee", 0.5));
        var question = (await table.SayAsync("运费")).ShouldHaveSingleItem();
        question.Choices.ShouldContain("退货运费谁出？");
        (await table.SayAsync("退货运费谁出？")).ShouldHaveSingleItem().ScriptId.ShouldBe("return.fee.standard");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenOnlyAHumanMaySayIt_HandsOverWithTheSuggestion(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("怎么赔", "compensation.claim"));
        (await table.SayAsync("怎么赔")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Notice);
        (await table.Store.SuggestionsAsync(table.ConversationId, None))!.Items[0].ScriptId.ShouldBe("compensation.claim.standard");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheAnswerSaysAColleagueWillAct_SomebodyHasTo(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("还没发", "ship.urge"));
        (await table.SayAsync("还没发")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
        var conversation = await table.ConversationAsync();
        (conversation.State, conversation.Handoff!.Reason).ShouldBe((ConversationState.Waiting, HandoffReason.FollowUp));
        (await table.Store.OpenPromisesAsync(None)).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheBuyerIsUpset_SoothesFirst(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("急死了 退货运费谁出呀", "return.fee", also: read => ScriptedReader.Feels(read, EmotionLabel.Anxious, 0.8)));
        (await table.SayAsync("急死了 退货运费谁出呀")).ShouldHaveSingleItem().Text.ShouldStartWith("给您添麻烦了。\n");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenThanked_AnswersEveryTimeWithoutCallingAHuman(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("谢谢", "chat.thanks"));
        for (var time = 0; time < 5; time++)
            (await table.SayAsync("谢谢")).ShouldHaveSingleItem();
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Bot);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheOwnerIsProved_AnswersTheWaitingQuestionWithTheOrdersFacts(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, Proving());
        await table.SayAsync("几时发货");
        (await table.SayAsync("我的单号")).ShouldHaveSingleItem().Text.ShouldContain("后四位");
        (await table.SayAsync("1338")).ShouldHaveSingleItem().Text.ShouldContain("今晚八点");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheDigitsAreWrong_TellsNothingAndAfterAFewTriesHandsOver(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, Proving());
        var heard = new List<Message>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            heard.AddRange(await table.SayAsync("我的单号"));
            heard.AddRange(await table.SayAsync("9999"));
        }
        heard.ShouldAllBe(message => !message.Text.Contains("今晚八点"));
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.UnprovedOwner);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheChannelVouches_AnswersWithTheOrdersFactsAtOnce(StorageEngine engine)
    {
        var settings = TurnTable.With(new ChannelSetting { VouchesForBuyers = true });
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"), settings);
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Text.ShouldBe("您这单今晚八点前发出。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheOrderLacksTheFactAskedFor_SaysItsStateAndAsksForNoNumber(StorageEngine engine)
    {
        var settings = TurnTable.With(new ChannelSetting { VouchesForBuyers = true });
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("快递到哪了", "track.where"), settings);
        (await table.SayAsync("快递到哪了")).ShouldHaveSingleItem().Text.ShouldBe($"订单{TurnTable.OrderNumber}目前是待付款。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_InAssistedMode_SendsEveryBuyerToAHuman(StorageEngine engine)
    {
        var settings = TurnTable.With(new ChannelSetting { Mode = ReplyMode.Assisted });
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"), settings);
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Notice);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Waiting);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_AfterTheConversationWasClosed_BeginsAgainWithTheBot(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, new ScriptedReader().On("几时发货", "ship.time"));
        await table.SayAsync("刻字吗");
        var accepted = await table.Desk.AcceptAsync(table.ConversationId, Xiaoli, None);
        await table.Desk.CloseAsync(table.ConversationId, Xiaoli, accepted.Conversation!.Epoch, "solved", null, None);
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Bot);
    }

    private static ScriptedReader Proving() => new ScriptedReader()
        .On("几时发货", "ship.time")
        .On("我的单号", "order.status", 0.6, read => ScriptedReader.Names(read, SlotKind.OrderNumber, TurnTable.OrderNumber));
}
