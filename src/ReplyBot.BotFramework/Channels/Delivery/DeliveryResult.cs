namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>The result of a delivery.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="ActivityId">The channel's id of the message, if it gave one.</param>
/// <param name="RetryAfter">How long the channel asks to wait, if it does.</param>
/// <param name="Reason">Why it was not delivered, for the log; names no buyer and quotes nothing.</param>
public sealed record DeliveryResult(
    DeliveryOutcome Outcome, string? ActivityId = null, TimeSpan? RetryAfter = null, string? Reason = null);
