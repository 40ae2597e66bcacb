using ReplyBot.Intent.Classification;

namespace ReplyBot.Conversations.Replies;

/// <summary>How much of a human a message needs; in a rush the agents' desk is sorted by it.</summary>
public enum ReplyLane
{
    /// <summary>The bot answers it, or an agent by one click.</summary>
    Simple,

    /// <summary>A standard question: a script fits, and a choice or an agent's look decides.</summary>
    Standard,

    /// <summary>Nothing fits: the buyer is asked to hold on and a colleague is asked.</summary>
    Unknown,
}

/// <summary>Sorts messages into lanes.</summary>
internal static class ReplyLanes
{
    /// <summary>The lane of a message; of several questions the one that needs most.</summary>
    public static ReplyLane Of(Advice advice)
    {
        if (advice.Parts.Count > 0)
            return advice.Parts.Max(Of);
        if (advice.Decision.Action == ReplyAction.Answer)
            return ReplyLane.Simple;
        var asked = advice.Read.Intent.Top.Id;
        return advice.Decision is { Action: ReplyAction.Clarify, OutOfScope: false } || (asked != IntentPrediction.OutOfScope && advice.Decision.Reason == Handoffs.HandoffReason.Policy)
            ? ReplyLane.Standard
            : ReplyLane.Unknown;
    }
}
