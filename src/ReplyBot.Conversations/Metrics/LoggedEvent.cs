using ReplyBot.Conversations.Events;

namespace ReplyBot.Conversations.Metrics;

/// <summary>An event of the log with the conversation it belongs to.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent(string ConversationId, string Channel, ConversationEvent Event)
{
    /// <summary>The shop.</summary>
    public string Shop { get; init; } = "";
}
