namespace ReplyBot.BotFramework;

/// <summary>The answer to a message that was handed in.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="ActivityId">The message's id in the transcript, when it was stored now or before.</param>
/// <param name="RetryAfter">When to try again, when busy.</param>
public sealed record PostReceipt(PostOutcome Outcome, string? ActivityId = null, TimeSpan? RetryAfter = null)
{
    /// <summary>No such conversation.</summary>
    public static PostReceipt UnknownConversation { get; } = new(PostOutcome.UnknownConversation);

    /// <summary>Stored for the first time under this id.</summary>
    public static PostReceipt Stored(string activityId) => new(PostOutcome.Stored, activityId);

    /// <summary>Stored before under this id.</summary>
    public static PostReceipt Duplicate(string activityId) => new(PostOutcome.Duplicate, activityId);

    /// <summary>Too much at once.</summary>
    public static PostReceipt Busy(TimeSpan retryAfter) => new(PostOutcome.Busy, RetryAfter: retryAfter);
}
