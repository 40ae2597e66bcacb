using System.Collections.Immutable;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>Why a buyer was handed to a human.</summary>
public enum HandoffReason
{
    /// <summary>The buyer asked for a person.</summary>
    Requested,

    /// <summary>The bot was not sure enough.</summary>
    Unsure,

    /// <summary>The bot missed twice.</summary>
    RepeatedMiss,

    /// <summary>The buyer is angry.</summary>
    Emotion,

    /// <summary>Extortion or a legal threat.</summary>
    Threat,

    /// <summary>A script or the policy lets only a human say it.</summary>
    Policy,

    /// <summary>Not for the shop, twice.</summary>
    OutOfScope,

    /// <summary>Asked the same thing too often.</summary>
    AskedAgain,

    /// <summary>The owner of the order could not be proved.</summary>
    UnprovedOwner,

    /// <summary>The answer promised that a colleague will act.</summary>
    FollowUp,

    /// <summary>An agent took over.</summary>
    TakenOver,

    /// <summary>The bot failed.</summary>
    Failure,
}

/// <summary>
/// A buyer handed to a human: either in the queue (no agent) or held by one under a lease.
/// A conversation has at most one open handoff.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="OpenedAt">When the buyer began to wait; the place in the queue, kept when an agent is lost.</param>
/// <param name="Reason">Why.</param>
/// <param name="Summary">What is asked, for the agent who takes it.</param>
/// <param name="AgentId">The agent who holds it, or null while the buyer waits.</param>
/// <param name="LeaseUntil">Until when the agent holds it without a sign of life.</param>
public sealed record Handoff(
    string Id,
    DateTimeOffset OpenedAt,
    HandoffReason Reason,
    string Summary,
    string? AgentId,
    DateTimeOffset? LeaseUntil)
{
    /// <summary>
    /// How long an agent holds a conversation after the last sign of life. Together with the time in which a silent line is noticed it
    /// stays below half a minute: so soon a buyer is back in the queue after a laptop was closed.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>How much earlier than <see cref="OpenedAt"/> the buyer counts in the queue.</summary>
    public TimeSpan HeadStart { get; init; }

    /// <summary>The agent whose turn it is to take the buyer; anybody else may be first.</summary>
    public string? OfferedTo { get; init; }

    /// <summary>Until when; without an agent, until when nobody who passed is asked again.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>Agents who let an offer pass, or lost the buyer.</summary>
    public ImmutableArray<string> PassedBy { get; init; } = [];

    /// <summary>Whether nobody holds it.</summary>
    public bool IsWaiting => AgentId is null;
}
