using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Evaluation;

/// <summary>A prediction beside what annotators accept.</summary>
internal sealed record JudgedUtterance(IReadOnlyList<string> Accepted, IntentPrediction Prediction)
{
    public string Expected => Accepted[0];

    public bool IsRight => Accepted.Contains(Prediction.Top.Id);

    /// <summary>Out of scope is what nobody would answer: no other intent is accepted.</summary>
    public bool IsOutOfScope => Accepted.All(intent => intent == IntentPrediction.OutOfScope);

    public bool IsAmong(int best) => Prediction.Ranked.Take(best).Any(scored => Accepted.Contains(scored.Id));
}
