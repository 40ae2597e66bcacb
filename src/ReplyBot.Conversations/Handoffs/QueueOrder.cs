namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// Who is served first: the longest waiting, with a head start for some. A head start moves a buyer forward by a fixed time, so that
/// nobody waits for ever behind those who have one.
/// </summary>
public static class QueueOrder
{
    /// <summary>The head start of a buyer before the agent who had them last.</summary>
    public static readonly TimeSpan OwnBuyer = TimeSpan.FromMinutes(3);

    /// <summary>The head start of a buyer before the agent to whom they are offered.</summary>
    public static readonly TimeSpan Offered = TimeSpan.FromDays(1);

    /// <summary>The head start of an order, by what was paid for it, in yuan.</summary>
    public static TimeSpan HeadStartOf(decimal paid) => paid switch
    {
        >= 500 => TimeSpan.FromMinutes(3),
        >= 200 => TimeSpan.FromMinutes(1),
        _ => TimeSpan.Zero,
    };

    /// <summary>The head start of a handoff.</summary>
    public static TimeSpan HeadStartOf(HandoffReason reason) => reason switch
    {
        HandoffReason.Threat or HandoffReason.Emotion => TimeSpan.FromMinutes(10),
        HandoffReason.AskedAgain or HandoffReason.RepeatedMiss or HandoffReason.Failure => TimeSpan.FromMinutes(3),
        HandoffReason.FollowUp => TimeSpan.FromMinutes(1),
        _ => TimeSpan.Zero,
    };
}
