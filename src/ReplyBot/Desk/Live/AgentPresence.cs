using ReplyBot.Conversations.Handoffs;

namespace ReplyBot.Desk.Live;

/// <summary>Whether an agent is there and takes new buyers.</summary>
public enum Presence
{
    /// <summary>No console is open.</summary>
    Offline,

    /// <summary>A console is open, and no new buyers are taken.</summary>
    Away,

    /// <summary>New buyers are taken.</summary>
    Online,
}

/// <summary>Why an agent takes no new buyers.</summary>
public enum AwayReason
{
    /// <summary>A break.</summary>
    Break,

    /// <summary>A minute of rest after a dispute.</summary>
    Rest,

    /// <summary>There are bulletins to be read first.</summary>
    Bulletins,
}

/// <summary>What is known of an agent's presence.</summary>
/// <param name="SeenAt">The last sign of life of a console, on any node.</param>
/// <param name="AwaySince">Since when no new buyers are taken, or null.</param>
/// <param name="AwayUntil">When that ends by itself, or null when the agent ends it.</param>
/// <param name="AwayReason">Why.</param>
public sealed record AgentPresence(DateTimeOffset SeenAt, DateTimeOffset? AwaySince, DateTimeOffset? AwayUntil, AwayReason? AwayReason)
{
    /// <summary>Nobody ever came.</summary>
    public static readonly AgentPresence Never = new(DateTimeOffset.UnixEpoch, null, null, null);

    /// <summary>Whether the agent takes no new buyers.</summary>
    public bool IsAway(DateTimeOffset now) => AwaySince is not null && (AwayUntil is null || AwayUntil > now);

    /// <summary>Where the agent stands.</summary>
    public Presence At(DateTimeOffset now) =>
        now - SeenAt > Handoff.Lease ? Presence.Offline : IsAway(now) ? Presence.Away : Presence.Online;
}
