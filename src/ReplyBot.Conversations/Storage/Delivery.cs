using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Storage;

/// <summary>A reply on its way to a channel that is pushed to.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Address">Where it goes, as the channel wrote it.</param>
/// <param name="Message">What is sent; its id is the same at every attempt.</param>
/// <param name="Attempts">Attempts so far.</param>
public sealed record Delivery(string ConversationId, string Address, Message Message, int Attempts)
{
    /// <summary>How long whoever pushes a reply has for it; after that it is given to another.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);
}

/// <summary>How an attempt went.</summary>
/// <param name="Done">Whether no further attempt is made.</param>
/// <param name="At">When.</param>
/// <param name="NextAt">When to try again, if not done.</param>
/// <param name="Failure">What went wrong; null for success.</param>
public sealed record DeliveryOutcome(bool Done, DateTimeOffset At, DateTimeOffset? NextAt, string? Failure);
