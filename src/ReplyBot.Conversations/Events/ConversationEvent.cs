namespace ReplyBot.Conversations.Events;

/// <summary>Kinds of things that happen to a conversation; every figure is computed from them.</summary>
public enum ConversationEventKind
{
    Started,
    Received,
    Decided,
    Sent,
    HandoffOpened,
    Assigned,
    LeaseLost,
    Returned,
    Closed,
    Promised,
    PromiseKept,
    Suggested,
    Adopted,
    Edited,
    Delivered,
    DeliveryFailed,
    Reassured,

    /// <summary>An agent gave the buyer to another agent or back to the queue.</summary>
    Transferred,

    /// <summary>The agent was reminded of a promise.</summary>
    Reminded,

    /// <summary>The supervisor was told of a promise that nobody kept in time.</summary>
    AlarmRaised,

    /// <summary>An agent wrote something else than any of the replies suggested.</summary>
    Replaced,

    /// <summary>The handoff ended without any reply to what the suggestions were for.</summary>
    Ignored,

    /// <summary>Somebody promised to come back to the buyer later.</summary>
    ContactPlanned,

    /// <summary>What became of that promise.</summary>
    ContactSettled,

    /// <summary>A waiting buyer was offered to an agent.</summary>
    Offered,
}

/// <summary>Something that happened; written once, never changed.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Seq">The message it is about, or 0.</param>
/// <param name="Actor">Who did it: <c>buyer</c>, <c>bot</c>, <c>clock</c> or an agent's id.</param>
/// <param name="Detail">What else is known, by name; no personal data.</param>
public sealed record ConversationEvent(
    ConversationEventKind Kind,
    DateTimeOffset At,
    long Seq,
    string Actor,
    IReadOnlyDictionary<string, string> Detail)
{
    /// <summary>An event without details.</summary>
    public ConversationEvent(ConversationEventKind kind, DateTimeOffset at, long seq, string actor)
        : this(kind, at, seq, actor, NoDetail)
    {
    }

    private static readonly Dictionary<string, string> NoDetail = [];
}
