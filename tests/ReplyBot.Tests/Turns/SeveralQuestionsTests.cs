using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Emotions;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class SeveralQuestionsTests
{
    private const string Two = "几时发货，退货运费谁出呀";
    private const string OneIsUnknown = "几时发货，你们能刻字吗";

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTwoThingsAreAsked_AnswersBothInOneReplyInOrder(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        var said = (await table.SayAsync(Two)).ShouldHaveSingleItem();
        said.Kind.ShouldBe(MessageKind.Answer);
        said.Text.Split('\n').ShouldBe(["付款后24小时内发出，发单号和手机后四位可以帮您查。", "质量问题的运费由店铺承担。"]);
        (await table.ConversationAsync()).State.ShouldBe(ConversationState.Bot);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenTheSameIsAskedAgain_SaysNothingWordForWordTwice(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        var first = (await table.SayAsync(Two)).ShouldHaveSingleItem().Text.Split('\n');
        var second = (await table.SayAsync(Two)).ShouldHaveSingleItem().Text.Split('\n');
        first.Intersect(second).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenOneOfTwoIsUnknown_AnswersTheOneAndAsksAColleagueForTheOther(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        var said = (await table.SayAsync(OneIsUnknown)).ShouldHaveSingleItem();
        said.Text.ShouldStartWith("付款后24小时内发出");
        said.Text.ShouldContain("稍等");
        var conversation = await table.ConversationAsync();
        (conversation.State, conversation.Memory.Lane).ShouldBe((ConversationState.Waiting, "Unknown"));
        conversation.Handoff!.Summary.ShouldStartWith("待答：你们能刻字吗");
        (await table.Store.OpenPromisesAsync(CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(said.Id);
    }

    [Theory]
    [InlineData("几时发货，你们能刻字吗", false)]
    [InlineData("几时发货\n你们能刻字吗", true)]
    [InlineData("几时发货，退货运费谁出呀", true)]
    public async Task Turn_WhenTheWholeIsUnsure_AnswersPartsOnlyWhereTheyAreSurelyApart(string text, bool answers)
    {
        await using var table = await TurnTable.SitAsync(StorageEngine.Sqlite, Reader().Several(text, 0.5, text.Split('，', '\n')));
        var said = (await table.SayAsync(text)).ShouldHaveSingleItem().Text;
        said.Contains("付款后24小时内发出", StringComparison.Ordinal).ShouldBe(answers);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenOneOfTwoIsForAHumanByItsIntent_IsHeldForAColleague(StorageEngine engine)
    {
        var settings = TurnTable.With(new ChannelSetting { Intents = new Dictionary<string, ReplyMode> { ["return"] = ReplyMode.Assisted } });
        await using var table = await SitAsync(engine, settings);
        (await table.SayAsync(Two)).ShouldHaveSingleItem().Text.ShouldNotContain("运费由店铺承担");
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.Policy);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenAnIntentIsAssisted_SuggestsInsteadOfAnswering(StorageEngine engine)
    {
        var settings = TurnTable.With(new ChannelSetting { Intents = new Dictionary<string, ReplyMode> { ["ship.time"] = ReplyMode.Assisted } });
        await using var table = await SitAsync(engine, settings);
        (await table.SayAsync("几时发货")).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Notice);
        (await table.Store.SuggestionsAsync(table.ConversationId, CancellationToken.None))!.Items[0].ScriptId.ShouldBe("ship.time.standard");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhenAnAngryBuyerAsksTwoThings_IsAHumansAtOnceAndSoothedFirst(StorageEngine engine)
    {
        await using var table = await TurnTable.SitAsync(engine, Reader().On("气死我了" + Two, "ship.time", 0.9, read => ScriptedReader.Feels(read, EmotionLabel.Angry, 0.9)));
        var said = (await table.SayAsync("气死我了" + Two)).ShouldHaveSingleItem();
        said.Text.ShouldStartWith("给您添麻烦了。\n");
        said.Kind.ShouldBe(MessageKind.Notice);
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.Emotion);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhileWaiting_TheSummaryFollowsWhatTheBuyerAdds(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("你们能刻字吗");
        await table.SayAsync("刻两个字");
        (await table.ConversationAsync()).Handoff!.Summary.ShouldBe("你们能刻字吗；刻两个字");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turn_WhateverIsAsked_RecordsALaneForEveryMessage(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.SayAsync("几时发货");
        await table.SayAsync("运费");
        await table.SayAsync("你们能刻字吗");
        (await table.HappenedAsync(ConversationEventKind.Decided)).Select(decided => decided.Detail["lane"]).ShouldBe(["Simple", "Standard", "Unknown"]);
    }

    private static Task<TurnTable> SitAsync(StorageEngine engine, ChannelSettings? settings = null) => TurnTable.SitAsync(engine, Reader(), settings);

    private static ScriptedReader Reader() => new ScriptedReader()
        .On("几时发货", "ship.time").On("退货运费谁出呀", "return.fee").On("运费", "return.fee", 0.5)
        .Several(Two, "几时发货", "退货运费谁出呀").Several(OneIsUnknown, "几时发货", "你们能刻字吗");
}
