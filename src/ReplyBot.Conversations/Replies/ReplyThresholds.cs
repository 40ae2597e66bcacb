using ReplyBot.Intent.Evaluation;

namespace ReplyBot.Conversations.Replies;

/// <summary>From what confidence on the bot acts by itself. Confidences are calibrated, so that 0.8 means right in four of five.</summary>
public sealed record ReplyThresholds
{
    /// <summary>Where nothing is configured.</summary>
    public static readonly ReplyThresholds Standard = new();

    /// <summary>From this confidence of the intent on the bot answers.</summary>
    public double Answer { get; init; } = AnswerThresholds.Standard.Confidence;

    /// <summary>From this confidence on small talk is returned: asking what 好 or 嗯 is to mean helps nobody, and a mistake costs little.</summary>
    public double Courtesy { get; init; } = 0.50;

    /// <summary>From this confidence on the bot asks which of a few questions is meant; below, a human is asked.</summary>
    public double Clarify { get; init; } = 0.30;

    /// <summary>How far the best intent must be ahead of the next for an answer.</summary>
    public double Margin { get; init; } = AnswerThresholds.Standard.Margin;

    /// <summary>The least score of a script for an answer.</summary>
    public double Script { get; init; } = 0.30;

    /// <summary>Below this probability of being for a shop at all, a message counts as out of scope.</summary>
    public double InScope { get; init; } = AnswerThresholds.Standard.InScope;

    /// <summary>From this strength on an angry buyer goes to a human; 0.67 is plain anger, 1 the strongest.</summary>
    public double Anger { get; init; } = 0.60;
}
