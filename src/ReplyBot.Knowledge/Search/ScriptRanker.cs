using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Turns what the index found of a script into the probability that the script answers: a logistic model over a handful
/// of features, each of which can be shown.
/// </summary>
/// <param name="weights">How much each feature counts.</param>
internal sealed class ScriptRanker(RankingWeights weights)
{
    /// <summary>A confidence at or below this is no evidence: 0 on the logarithmic scale.</summary>
    private const double LeastConfidence = 0.001;

    /// <summary>The features of a script for a query.</summary>
    /// <param name="script">The script.</param>
    /// <param name="query">The query.</param>
    /// <param name="found">What its documents say about the query.</param>
    /// <param name="asked">The query's letters and digits.</param>
    /// <param name="closest">The letters and digits of the script's closest document.</param>
    public List<ScoreFeature> Explain(Script script, ScriptQuery query, ScriptWitnesses found, ReadOnlySpan<char> asked, string closest)
    {
        var features = new List<ScoreFeature>(16)
        {
            Feature(query.IntentConfidences is null ? RankingFeatures.BiasWithoutIntent : RankingFeatures.Bias, 1),
            Feature(RankingFeatures.Best, found.Best),
            Feature(RankingFeatures.Further, found.Further),
            Feature(RankingFeatures.Question, found.Question),
            Feature(RankingFeatures.Wording, found.Wording),
            Feature(RankingFeatures.Found, found.Found),
            Feature(RankingFeatures.Sound, TextLikeness.Sound(asked, closest)),
            Feature(RankingFeatures.Edits, TextLikeness.Edits(asked, closest)),
        };
        if (found.Exact)
            features.Add(Feature(RankingFeatures.Exact, 1));
        if (query.IntentConfidences is { } intents)
        {
            var confidence = intents.GetValueOrDefault(script.Intent);
            features.Add(Feature(RankingFeatures.Intent, confidence));
            features.Add(Feature(RankingFeatures.IntentOdds, 1 - (Math.Log(Math.Clamp(confidence, LeastConfidence, 1)) / Math.Log(LeastConfidence))));
        }

        var when = script.When;
        if (query.Stage is { } stage && stage != Stage.Any && when.Stage != Stage.Any && when.Stage != stage)
            features.Add(Feature(RankingFeatures.OtherStage, 1));
        AddAudience(features, RankingFeatures.Buyer, RankingFeatures.OtherBuyer, when.Buyers, query.Buyers);
        if (query.Emotion is not null)
            AddAudience(features, RankingFeatures.Emotion, RankingFeatures.OtherEmotion, when.Emotions, [query.Emotion]);
        if (IsAbout(when.Products, query.ProductId) || IsAbout(when.Categories, query.Category))
            features.Add(Feature(RankingFeatures.Product, 1));
        if (query.Adoption is { } adoption && adoption.TryGetValue(script.Id, out var rate))
            features.Add(Feature(RankingFeatures.Adoption, rate));
        return features;
    }

    /// <summary>The probability that the features speak for.</summary>
    public static double Score(IReadOnlyList<ScoreFeature> features)
    {
        var logit = 0.0;
        foreach (var feature in features)
            logit += feature.Value * feature.Weight;
        return 1 / (1 + Math.Exp(-logit));
    }

    /// <summary>The hit as it counts after another script of its intent was chosen.</summary>
    public ScriptHit Repeat(ScriptHit hit)
    {
        ScoreFeature[] features = [.. hit.Features, Feature(RankingFeatures.RepeatedIntent, 1)];
        return hit with { Features = features, Score = Score(features) };
    }

    private ScoreFeature Feature(string name, double value) => new(name, value, weights.Of(name));

    private void AddAudience(
        List<ScoreFeature> features, string name, string other, IReadOnlyList<string> meant, IReadOnlyList<string> known)
    {
        if (meant.Count > 0)
            features.Add(Feature(known.Any(one => meant.Contains(one, StringComparer.Ordinal)) ? name : other, 1));
    }

    private static bool IsAbout(IReadOnlyList<string> meant, string? known) =>
        known is not null && meant.Contains(known, StringComparer.Ordinal);
}
