using ReplyBot.Intent.Classification;
using Shouldly;

namespace ReplyBot.Intent.Tests.Classification;

public sealed class ConvolutionScorerTests
{
    private const int Dimensions = 4;
    private const string Known = "一丁七万丈三上下";

    [Theory]
    [InlineData("")]
    [InlineData("一")]
    [InlineData("一丁七不认识的万")]
    [InlineData("上下上下三三丈")]
    public void Score_IsNearWhatTheFiltersAnswerOneByOne(string prepared)
    {
        // Some filters side by side, some left over: 40 three wide, 35 two wide, 3 one wide.
        var weights = Random([78, 75, 40], new Random(5));
        var (scores, strongest) = (new float[weights.Shape.Intents], new float[weights.Shape.Filters]);

        new ConvolutionScorer(weights).Score(prepared, scores, strongest);

        var expected = Enumerable.Range(0, weights.Shape.Filters).Select(filter => Strongest(weights, prepared, filter)).ToArray();
        for (var filter = 0; filter < expected.Length; filter++)
            strongest[filter].ShouldBe(expected[filter], 0.001f);
        for (var intent = 0; intent < scores.Length; intent++)
            scores[intent].ShouldBe(weights.OutputBiases[intent] + expected.Select((answer, filter) => answer * weights.Outputs[(filter * weights.Shape.Intents) + intent]).Sum(), 0.01f);
    }

    [Fact]
    public void Score_OfANetworkWithoutWeights_IsTheBiases()
    {
        var shape = new ConvolutionShape(Dimensions, [32, 32], 2);
        var weights = new ConvolutionWeights(shape, [.. Known.Order()], new float[(Known.Length + 1) * Dimensions], new float[shape.TapRows * Dimensions], new float[32], new float[64], [1, 2]);
        var scores = new float[2];

        new ConvolutionScorer(weights).Score("一丁", scores);

        scores.ShouldBe([1, 2]);
    }

    private static float Strongest(ConvolutionWeights weights, string prepared, int filter)
    {
        var taps = weights.Shape.FiltersByTap.Count(reaching => reaching > filter);
        var strongest = 0f;
        for (var start = 0; start < prepared.Length; start++)
        {
            var answer = weights.FilterBiases[filter];
            for (var tap = 0; tap < taps && start + tap < prepared.Length; tap++)
            {
                var (character, row) = (weights.RowOf(prepared[start + tap]), weights.Shape.TapStarts[tap] + filter);
                for (var i = 0; i < Dimensions; i++)
                    answer += weights.Embeddings[(character * Dimensions) + i] * weights.Taps[(row * Dimensions) + i];
            }

            strongest = Math.Max(strongest, answer);
        }

        return strongest;
    }

    private static ConvolutionWeights Random(int[] filtersByTap, Random random)
    {
        var shape = new ConvolutionShape(Dimensions, filtersByTap, 5);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        return new ConvolutionWeights(
            shape, [.. Known.Order()], Numbers((Known.Length + 1) * Dimensions), Numbers(shape.TapRows * Dimensions), Numbers(shape.Filters), Numbers(shape.Filters * shape.Intents), Numbers(shape.Intents));
    }
}
