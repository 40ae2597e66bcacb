using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Threats;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

/// <summary>Whole conversations as buyers live through them; a difference is to be read before it is accepted.</summary>
public class GoldenConversationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task TheSameAskedAgainAndAgain_HearsOtherWordsThenSimplerOnesThenAHuman()
    {
        await using var table = await SitAsync();
        (await PlayAsync(table, "几时发货", "几时发货", "几时发货", "几时发货")).ShouldBe(
            """
            买家：几时发货
            店铺：付款后24小时内发出，发单号和手机后四位可以帮您查。
            买家：几时发货
            店铺：一天内发出。
            买家：几时发货
            店铺：稍等，同事10分钟内回您。
            买家：几时发货
            """);
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.AskedAgain);
    }

    [Fact]
    public async Task AnAngryBuyer_IsSoothedFirstAndGoesAheadInTheQueue()
    {
        await using var table = await SitAsync();
        var calm = await table.AnotherWaitsAsync();
        table.Clock.Advance(TimeSpan.FromMinutes(2));
        (await PlayAsync(table, "气死了什么破东西")).ShouldBe(
            """
            买家：气死了什么破东西
            店铺：给您添麻烦了。
            稍等，同事10分钟内回您。
            """);
        (await table.Store.ListAsync(Conversations.Storage.ConversationScope.Waiting, null, 10, None)).Select(waiting => waiting.Id).ShouldBe([table.ConversationId, calm]);
    }

    [Fact]
    public async Task SomebodyABitAngryWhoIsNotUnderstood_IsAskedNothingBack()
    {
        await using var table = await SitAsync();
        (await PlayAsync(table, "真烦人那个运费")).ShouldBe(
            """
            买家：真烦人那个运费
            店铺：给您添麻烦了。
            稍等，同事10分钟内回您。
            """);
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.Emotion);
    }

    [Fact]
    public async Task AThreat_IsAHumansHoweverSureTheBotIsOfTheQuestion()
    {
        await using var table = await SitAsync();
        (await PlayAsync(table, "不退运费就给差评")).ShouldBe(
            """
            买家：不退运费就给差评
            店铺：稍等，同事10分钟内回您。
            """);
        (await table.ConversationAsync()).Handoff!.Reason.ShouldBe(HandoffReason.Threat);
    }

    [Fact]
    public async Task AfterHours_TheBotAnswersWhatItKnowsAndPromisesTheRestForTheMorning()
    {
        await using var table = await SitAsync("09:00-11:00");
        (await PlayAsync(table, "几时发货，你们能刻字吗")).ShouldBe(
            """
            买家：几时发货，你们能刻字吗
            店铺：付款后24小时内发出，发单号和手机后四位可以帮您查。
            同事下班了，上班后回您。
            """);
        var tomorrow = new DateTimeOffset(2026, 5, 2, 9, 10, 0, TimeSpan.FromHours(8));
        (await table.Store.OpenPromisesAsync(None)).ShouldHaveSingleItem().Deadline.ShouldBe(tomorrow);
    }

    private static Task<TurnTable> SitAsync(string? hours = null) => TurnTable.SitAsync(
        StorageEngine.Sqlite,
        new ScriptedReader()
            .On("几时发货", "ship.time")
            .On("气死了什么破东西", "issue.quality", also: read => ScriptedReader.Feels(read, EmotionLabel.Angry, 0.9))
            .On("真烦人那个运费", "return.fee", 0.5, read => ScriptedReader.Feels(read, EmotionLabel.Angry, 0.6))
            .On("不退运费就给差评", "return.fee", also: read => read with { Threats = [new Threat(ThreatKind.ReviewExtortion, 0, 8)] })
            .Several("几时发货，你们能刻字吗", "几时发货", "你们能刻字吗"),
        hours: hours);

    private static async Task<string> PlayAsync(TurnTable table, params string[] lines)
    {
        foreach (var line in lines)
            await table.SayAsync(line);
        var said = await table.Store.MessagesAsync(table.ConversationId, 0, 100, None);
        return string.Join('\n', said.Select(message => (message.From == MessageAuthor.Buyer ? "买家：" : "店铺：") + message.Text));
    }
}
