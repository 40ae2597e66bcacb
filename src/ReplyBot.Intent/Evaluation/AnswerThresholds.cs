using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Evaluation;

/// <summary>When a bot would answer, as far as the intent decides it.</summary>
/// <param name="Confidence">The least confidence of the best intent.</param>
/// <param name="Margin">How far the best intent must be ahead of the next.</param>
/// <param name="InScope">The least probability that the message is for a shop.</param>
public sealed record AnswerThresholds(double Confidence, double Margin, double InScope)
{
    /// <summary>The thresholds that a shop starts with.</summary>
    public static readonly AnswerThresholds Standard = new(0.90, 0.15, 0.50);

    /// <summary>Whether a message with this prediction would be answered.</summary>
    public bool Answers(IntentPrediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return prediction.Top.Id != IntentPrediction.OutOfScope
            && prediction.InScope >= InScope
            && prediction.Top.Confidence >= Confidence
            && prediction.Margin >= Margin;
    }
}
