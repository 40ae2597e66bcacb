using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Turns what the index found of a script into the probability that the script answers: a logistic model over a handful
/// of features, each of which can be shown.
/// </summary>
internal static class ScriptRanker
{
    // Logit weights; the text-only model is used when no intent model has spoken.
    private const double Bias = -3.6;
    private const double BiasWithoutIntent = -2.8;
    private const double BestDocument = 3.0;
    private const double FurtherDocuments = 1.5;
    private const double IntentConfidence = 4.6;
    private const double ExactQuestion = 6.0;
    private const double OtherStage = -0.6;
    private const double OtherBuyer = -1.2;
    private const double OtherEmotion = -0.6;
    private const double MeantFor = 0.5;
    private const double Adopted = 0.8;
    private const double RepeatedIntent = -2;

    /// <summary>The features of a script for a query.</summary>
    /// <param name="script">The script.</param>
    /// <param name="query">The query.</param>
    /// <param name="found">What its documents say about the query.</param>
    public static List<ScoreFeature> Explain(Script script, ScriptQuery query, ScriptWitnesses found)
    {
        var features = new List<ScoreFeature>(8)
        {
            new("bias", 1, query.IntentConfidences is null ? BiasWithoutIntent : Bias),
            new("text.best", found.Best, BestDocument),
            new("text.further", found.Further, FurtherDocuments),
        };
        if (found.Exact)
            features.Add(new ScoreFeature("text.exact", 1, ExactQuestion));
        if (query.IntentConfidences is { } intents)
            features.Add(new ScoreFeature("intent", intents.GetValueOrDefault(script.Intent), IntentConfidence));
        var when = script.When;
        if (query.Stage is { } stage && stage != Stage.Any && when.Stage != Stage.Any && when.Stage != stage)
            features.Add(new ScoreFeature("stage.other", 1, OtherStage));
        AddAudience(features, "buyer", when.Buyers, query.Buyers, OtherBuyer);
        if (query.Emotion is not null)
            AddAudience(features, "emotion", when.Emotions, [query.Emotion], OtherEmotion);
        if (IsAbout(when.Products, query.ProductId) || IsAbout(when.Categories, query.Category))
            features.Add(new ScoreFeature("product", 1, MeantFor));
        if (query.Adoption is { } adoption && adoption.TryGetValue(script.Id, out var rate))
            features.Add(new ScoreFeature("adoption", rate, Adopted));
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
    public static ScriptHit Repeat(ScriptHit hit)
    {
        ScoreFeature[] features = [.. hit.Features, new ScoreFeature("intent.repeated", 1, RepeatedIntent)];
        return hit with { Features = features, Score = Score(features) };
    }

    private static void AddAudience(
        List<ScoreFeature> features, string name, IReadOnlyList<string> meant, IReadOnlyList<string> known, double other)
    {
        if (meant.Count == 0)
            return;
        features.Add(known.Any(one => meant.Contains(one, StringComparer.Ordinal))
            ? new ScoreFeature(name, 1, MeantFor)
            : new ScoreFeature(name + ".other", 1, other));
    }

    private static bool IsAbout(IReadOnlyList<string> meant, string? known) =>
        known is not null && meant.Contains(known, StringComparer.Ordinal);
}
