namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>What became of a message to a channel.</summary>
public enum DeliveryOutcome
{
    /// <summary>The channel has it.</summary>
    Delivered,

    /// <summary>The channel could not take it now; the same message is to be sent again later.</summary>
    TryLater,

    /// <summary>The channel will not take it, now or later.</summary>
    Rejected,
}

/// <summary>The result of a delivery.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="ActivityId">The channel's id of the message, if it gave one.</param>
/// <param name="RetryAfter">How long the channel asks to wait, if it does.</param>
/// <param name="Reason">Why it was not delivered, for the log; names no buyer and quotes nothing.</param>
public sealed record DeliveryResult(
    DeliveryOutcome Outcome, string? ActivityId = null, TimeSpan? RetryAfter = null, string? Reason = null);
