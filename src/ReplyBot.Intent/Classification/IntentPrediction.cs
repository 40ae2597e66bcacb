namespace ReplyBot.Intent.Classification;

/// <summary>One intent with its calibrated confidence.</summary>
/// <param name="Id">The intent's id in the taxonomy, such as <c>ship.time</c>.</param>
/// <param name="Confidence">Calibrated probability, 0..1, that a careful annotator would accept this intent.</param>
public readonly record struct ScoredIntent(string Id, double Confidence);

/// <summary>What the classifier thinks of an utterance.</summary>
/// <param name="Ranked">The most confident intents, best first, at least three where the taxonomy has as many; <c>out_of_scope</c> ranks among them.</param>
/// <param name="InScope">Probability, 0..1, that the message is for a shop at all.</param>
public sealed record IntentPrediction(IReadOnlyList<ScoredIntent> Ranked, double InScope)
{
    /// <summary>The id of the outcome "not for a shop": abstention is an outcome of its own, not a low score.</summary>
    public const string OutOfScope = "out_of_scope";

    /// <summary>The best intent.</summary>
    public ScoredIntent Top => Ranked[0];

    /// <summary>How far the best intent is ahead of the next, 0..1.</summary>
    public double Margin => Ranked.Count > 1 ? Ranked[0].Confidence - Ranked[1].Confidence : Ranked[0].Confidence;

    /// <summary>The confidence of one intent, 0 where it is not among the ranked ones.</summary>
    public double ConfidenceOf(string intentId)
    {
        foreach (var scored in Ranked)
            if (scored.Id == intentId)
                return scored.Confidence;
        return 0;
    }
}
