using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Journeys;

namespace ReplyBot.Intent.Tests.Journeys;

public sealed class StageReaderTests
{
    private static readonly StageReader Reader = new(new Dictionary<string, JourneyStage>
    {
        ["product.size"] = JourneyStage.PreSale,
        ["ship.time"] = JourneyStage.InSale,
        ["product.usage"] = JourneyStage.AfterSale,
    });

    [Theory]
    [InlineData("几天能到", "ship.time", 0.9, JourneyStage.InSale)]
    [InlineData("这个怎么用", "product.usage", 0.9, JourneyStage.AfterSale)]
    [InlineData("还没买，想先问这个怎么用", "product.usage", 0.5, JourneyStage.PreSale)]
    [InlineData("收到货了，尺码不对", "product.size", 0.5, JourneyStage.AfterSale)]
    [InlineData("好的", "chat.thanks", 0.9, null)]
    [InlineData("嗯嗯", "ship.time", 0.3, null)]
    public void Read_WeighsIntentAndWords(string text, string intent, double confidence, JourneyStage? expected) =>
        Reader.Read(text, new IntentPrediction([new ScoredIntent(intent, confidence)], 1)).ShouldBe(expected);
}
