using ReplyBot.Conversations.Handoffs;
using ReplyBot.Intent;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Replies;

/// <summary>What the bot does about a message.</summary>
public enum ReplyAction
{
    /// <summary>Says the best script.</summary>
    Answer,

    /// <summary>Asks one question.</summary>
    Clarify,

    /// <summary>Shows suggestions to the agent and says nothing.</summary>
    Suggest,

    /// <summary>Says 稍等 and hands the buyer to a human.</summary>
    Handoff,
}

/// <summary>What the bot does about a message, and why.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Reason">Why a human is asked; null for the other actions.</param>
/// <param name="OutOfScope">Whether the question is the neutral line to a message that is not for a shop.</param>
public sealed record ReplyDecision(ReplyAction Action, HandoffReason? Reason = null, bool OutOfScope = false)
{
    internal static readonly ReplyDecision Answer = new(ReplyAction.Answer);
    internal static readonly ReplyDecision Clarify = new(ReplyAction.Clarify);
    internal static readonly ReplyDecision Neutral = new(ReplyAction.Clarify, OutOfScope: true);

    internal static ReplyDecision Handoff(HandoffReason reason) => new(ReplyAction.Handoff, reason);
}

/// <summary>What the bot makes of a message: what was read, which scripts fit, what to do.</summary>
/// <param name="Read">What was read.</param>
/// <param name="Hits">The scripts that fit, best first.</param>
/// <param name="Decision">What to do.</param>
public sealed record Advice(Understanding Read, IReadOnlyList<ScriptHit> Hits, ReplyDecision Decision)
{
    /// <summary>
    /// The advice on each question of a message that asks several, in order of appearance; empty where it asks one, or where none of
    /// them can be answered.
    /// </summary>
    public IReadOnlyList<Advice> Parts { get; init; } = [];

    /// <summary>How much of a human the message needs.</summary>
    public ReplyLane Lane => ReplyLanes.Of(this);
}
