namespace ReplyBot.Conversations.Handoffs;

/// <summary>How a handoff stands, as an outside desk tells and is told.</summary>
public enum HandoffStage
{
    /// <summary>The buyer wants a human.</summary>
    Initiated,

    /// <summary>A human took the buyer.</summary>
    Accepted,

    /// <summary>Nobody could take the buyer.</summary>
    Failed,

    /// <summary>The human is done.</summary>
    Completed,
}

/// <summary>What programs on the other end of a channel are told of a handoff; people never see it.</summary>
/// <param name="Stage">How it stands.</param>
/// <param name="Reason">Why a human is wanted.</param>
/// <param name="Intent">What the buyer last asked.</param>
/// <param name="Emotion">What the buyer feels.</param>
/// <param name="Skill">The journey stage that the agent should know about.</param>
public sealed record HandoffSignal(HandoffStage Stage, HandoffReason? Reason = null, string? Intent = null, string? Emotion = null, string? Skill = null);
