namespace ReplyBot.Knowledge.Ranking;

/// <summary>How much each feature of a script counts. Published with the base that it was learned from.</summary>
/// <param name="Weights">The weight by feature; a feature that is not named keeps its weight of <see cref="Prior"/>.</param>
/// <param name="LearnedFrom">What the weights were learned from, in the order of the file; empty for the prior.</param>
public sealed record RankingWeights(
    IReadOnlyDictionary<string, double> Weights, IReadOnlyDictionary<string, string> LearnedFrom)
{
    /// <summary>Weights set by hand: where nothing was learned, and what learning begins from and is drawn back to.</summary>
    public static RankingWeights Prior { get; } = new(
        new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [RankingFeatures.Bias] = -7.6,
            [RankingFeatures.BiasWithoutIntent] = -2.8,
            [RankingFeatures.Best] = 3.0,
            [RankingFeatures.Further] = 1.5,
            [RankingFeatures.Question] = 0,
            [RankingFeatures.Wording] = 0,
            [RankingFeatures.Found] = 0,
            [RankingFeatures.Sound] = 0,
            [RankingFeatures.Edits] = 0,
            [RankingFeatures.Exact] = 10,
            [RankingFeatures.Intent] = 4.6,
            [RankingFeatures.IntentOdds] = 4,
            [RankingFeatures.OtherStage] = -0.6,
            [RankingFeatures.Buyer] = 0.5,
            [RankingFeatures.OtherBuyer] = -1.2,
            [RankingFeatures.Emotion] = 0.5,
            [RankingFeatures.OtherEmotion] = -0.6,
            [RankingFeatures.Product] = 0.5,
            [RankingFeatures.Adoption] = 0.8,
            [RankingFeatures.RepeatedIntent] = -4,
        },
        new Dictionary<string, string>());

    /// <summary>The weight of a feature.</summary>
    public double Of(string feature) => Weights.TryGetValue(feature, out var weight) ? weight : Prior.Weights[feature];
}
