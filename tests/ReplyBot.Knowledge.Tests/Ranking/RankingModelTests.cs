using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Ranking;

public class RankingModelTests
{
    [Fact]
    public void Learn_WhenAFeatureTellsTheRightScript_WeighsItMore()
    {
        var weights = RankingModel.Learn(Examples(RankingFeatures.Question, 400));

        Of(weights, RankingFeatures.Question).ShouldBeGreaterThan(RankingWeights.Prior.Of(RankingFeatures.Question));
        Of(weights, RankingFeatures.Wording).ShouldBe(RankingWeights.Prior.Of(RankingFeatures.Wording));
    }

    [Fact]
    public void Learn_WhenAFeatureMisleads_NeverTurnsItsSense()
    {
        var misleading = Examples(RankingFeatures.Sound, 400).Select(example => example with { Right = 1 - example.Right }).ToArray();

        Of(RankingModel.Learn(misleading), RankingFeatures.Sound).ShouldBe(0);
    }

    [Fact]
    public void Learn_WhenRunAgain_GivesTheSameWeights() =>
        RankingModel.Learn(Examples(RankingFeatures.Best, 700)).ShouldBe(RankingModel.Learn(Examples(RankingFeatures.Best, 700)));

    [Fact]
    public void Rescale_WhenWeightsAreLarger_BringsScoresBackToThePriorsScale()
    {
        var examples = Examples(RankingFeatures.Best, 10);
        var large = RankingModel.Prior.Select(weight => 3 * weight).ToArray();

        var (weights, shift) = RankingModel.Rescale(examples, large);

        weights.Zip(RankingModel.Prior).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
        shift.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Learn_WhenTheIntentsDiffer_LearnsNothingFromThem() =>
        RankingModel.Learn([.. Examples(RankingFeatures.Best, 100).Select(example => example with { Intents = ["a", "b"] })]).ShouldBe(RankingModel.Prior);

    [Fact]
    public void Measure_WhenTheRightScriptIsSecond_CountsItAmongTheFirstThree()
    {
        var example = new RankingExample([Row(RankingFeatures.Best, 1), Row(RankingFeatures.Best, 0.5f)], [0, 0], ["a", "b"], 1, 0);

        RankingFigures.Measure([example], RankingModel.Prior).ShouldBe(new RankingFigures(0, 1, 0));
    }

    private static RankingExample[] Examples(string telling, int count) => Enumerable.Range(0, count)
        .Select(i => new RankingExample([Row(telling, i % 2), Row(telling, 1 - (i % 2))], [0, 0], ["a", "a"], 1 - (i % 2), i % 5))
        .ToArray();

    private static float[] Row(string feature, float value) => [.. RankingModel.Learned.Select(name => name == feature ? value : 0)];

    private static double Of(double[] weights, string feature) => weights[RankingModel.Learned.IndexOf(feature)];
}
