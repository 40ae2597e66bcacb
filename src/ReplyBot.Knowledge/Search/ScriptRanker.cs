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

    /// <summary>More than what sums of a score's parts in another order differ by.</summary>
    private const double Rounding = 1e-9;

    private static readonly double LeastLogarithm = Math.Log(LeastConfidence);

    // Looked up once: a search weighs hundreds of features.
    private readonly double _bias = weights.Of(RankingFeatures.Bias);
    private readonly double _biasWithoutIntent = weights.Of(RankingFeatures.BiasWithoutIntent);
    private readonly double _best = weights.Of(RankingFeatures.Best);
    private readonly double _further = weights.Of(RankingFeatures.Further);
    private readonly double _question = weights.Of(RankingFeatures.Question);
    private readonly double _wording = weights.Of(RankingFeatures.Wording);
    private readonly double _found = weights.Of(RankingFeatures.Found);
    private readonly double _sound = weights.Of(RankingFeatures.Sound);
    private readonly double _edits = weights.Of(RankingFeatures.Edits);
    private readonly double _exact = weights.Of(RankingFeatures.Exact);
    private readonly double _intent = weights.Of(RankingFeatures.Intent);
    private readonly double _intentOdds = weights.Of(RankingFeatures.IntentOdds);
    private readonly double _adoption = weights.Of(RankingFeatures.Adoption);
    private readonly ScoreFeature _otherStage = Feature(weights, RankingFeatures.OtherStage);
    private readonly ScoreFeature _buyer = Feature(weights, RankingFeatures.Buyer);
    private readonly ScoreFeature _otherBuyer = Feature(weights, RankingFeatures.OtherBuyer);
    private readonly ScoreFeature _emotion = Feature(weights, RankingFeatures.Emotion);
    private readonly ScoreFeature _otherEmotion = Feature(weights, RankingFeatures.OtherEmotion);
    private readonly ScoreFeature _product = Feature(weights, RankingFeatures.Product);
    private readonly ScoreFeature _repeatedIntent = Feature(weights, RankingFeatures.RepeatedIntent);

    /// <summary>The most that comparing letters can add; both shares are at most 1.</summary>
    private readonly double _mostOfLetters = Math.Max(0, weights.Of(RankingFeatures.Sound)) + Math.Max(0, weights.Of(RankingFeatures.Edits));

    /// <summary>How much it counts that another script of the intent was chosen.</summary>
    public double RepeatWeight => _repeatedIntent.Weight;

    /// <summary>The features of a script for a query.</summary>
    /// <param name="script">The script.</param>
    /// <param name="when">Its conditions.</param>
    /// <param name="query">The query.</param>
    /// <param name="found">What its documents say about the query.</param>
    /// <param name="asked">The query's letters and digits.</param>
    /// <param name="closest">The letters and digits of the script's closest document.</param>
    public List<ScoreFeature> Explain(Script script, in RankedConditions when, ScriptQuery query, ScriptWitnesses found, ReadOnlySpan<char> asked, string closest)
    {
        var features = new List<ScoreFeature>(16)
        {
            query.IntentConfidences is null ? new(RankingFeatures.BiasWithoutIntent, 1, _biasWithoutIntent) : new(RankingFeatures.Bias, 1, _bias),
            new(RankingFeatures.Best, found.Best, _best),
            new(RankingFeatures.Further, found.Further, _further),
            new(RankingFeatures.Question, found.Question, _question),
            new(RankingFeatures.Wording, found.Wording, _wording),
            new(RankingFeatures.Found, found.Found, _found),
            new(RankingFeatures.Sound, TextLikeness.Sound(asked, closest), _sound),
            new(RankingFeatures.Edits, TextLikeness.Edits(asked, closest), _edits),
        };
        if (found.Exact)
            features.Add(new(RankingFeatures.Exact, 1, _exact));
        if (query.IntentConfidences is { } intents)
        {
            var confidence = intents.GetValueOrDefault(script.Intent);
            features.Add(new(RankingFeatures.Intent, confidence, _intent));
            features.Add(new(RankingFeatures.IntentOdds, Odds(confidence), _intentOdds));
        }

        AddConditions(features, when, query);
        if (query.Adoption is { } adoption && adoption.TryGetValue(script.Id, out var rate))
            features.Add(new(RankingFeatures.Adoption, rate, _adoption));
        return features;
    }

    /// <summary>What a confidence of the intent model speaks for, on the logistic scale; 0 where it has none.</summary>
    public double Evidence(double confidence) => (confidence * _intent) + (Odds(confidence) * _intentOdds);

    /// <summary>What the features speak for at most, on the logistic scale, found without comparing letters.</summary>
    /// <param name="script">The script.</param>
    /// <param name="query">The query.</param>
    /// <param name="found">What its documents say about the query.</param>
    /// <param name="evidence">What the intent model speaks for, see <see cref="Evidence"/>.</param>
    /// <param name="when">The script's conditions.</param>
    /// <param name="conditions">Room for what the script's conditions speak for, used anew for each script.</param>
    public double Bound(Script script, ScriptQuery query, ScriptWitnesses found, double evidence, in RankedConditions when, List<ScoreFeature> conditions)
    {
        var logit = (query.IntentConfidences is null ? _biasWithoutIntent : _bias)
            + (found.Best * _best) + (found.Further * _further) + (found.Question * _question) + (found.Wording * _wording) + (found.Found * _found)
            + evidence + _mostOfLetters + Rounding;
        if (found.Exact)
            logit += _exact;
        if (query.Adoption is { Count: > 0 } adoption && adoption.TryGetValue(script.Id, out var rate))
            logit += rate * _adoption;

        conditions.Clear();
        AddConditions(conditions, when, query);
        return logit + Logit(conditions);
    }

    /// <summary>The probability that the features speak for.</summary>
    public static double Score(IReadOnlyList<ScoreFeature> features) => Probability(Logit(features));

    /// <summary>The probability for a sum on the logistic scale.</summary>
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The hit as it counts after another script of its intent was chosen.</summary>
    public ScriptHit Repeat(ScriptHit hit)
    {
        ScoreFeature[] features = [.. hit.Features, _repeatedIntent];
        return hit with { Features = features, Score = Score(features) };
    }

    private static double Logit(IReadOnlyList<ScoreFeature> features)
    {
        var logit = 0.0;
        for (var i = 0; i < features.Count; i++)
            logit += features[i].Value * features[i].Weight;
        return logit;
    }

    private static double Odds(double confidence) => 1 - (Math.Log(Math.Clamp(confidence, LeastConfidence, 1)) / LeastLogarithm);

    private static ScoreFeature Feature(RankingWeights weights, string name) => new(name, 1, weights.Of(name));

    private void AddConditions(List<ScoreFeature> features, in RankedConditions when, ScriptQuery query)
    {
        if (IsOther(query.Stage, when.Stage))
            features.Add(_otherStage);
        if (when.Buyers.Length > 0)
            features.Add(MeansAny(when.Buyers, query.Buyers) ? _buyer : _otherBuyer);
        if (query.Emotion is { } emotion && when.Emotions.Length > 0)
            features.Add(Means(when.Emotions, emotion) ? _emotion : _otherEmotion);
        if (IsAbout(when.Products, query.ProductId) || IsAbout(when.Categories, query.Category))
            features.Add(_product);
    }

    private static bool IsOther(Stage? known, Stage meant) => known is { } stage && stage != Stage.Any && meant != Stage.Any && meant != stage;

    private static bool MeansAny(string[] meant, IReadOnlyList<string> known)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (Means(meant, known[i]))
                return true;
        }

        return false;
    }

    private static bool IsAbout(string[] meant, string? known) => known is not null && Means(meant, known);

    private static bool Means(string[] meant, string known) => Array.IndexOf(meant, known) >= 0;
}
