using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations;

/// <summary>Who a conversation is with at the moment.</summary>
public enum ConversationState
{
    /// <summary>The bot answers.</summary>
    Bot,

    /// <summary>The buyer waits for a human.</summary>
    Waiting,

    /// <summary>An agent holds the conversation; the bot only suggests.</summary>
    Assigned,

    /// <summary>Ended; the next message of the buyer opens it again with the bot.</summary>
    Closed,
}

/// <summary>The current state of one conversation with one buyer; what happened is in the events and the transcript.</summary>
public sealed record Conversation
{
    /// <summary>The conversation's id, unguessable.</summary>
    public required string Id { get; init; }

    /// <summary>The shop it belongs to.</summary>
    public required string Shop { get; init; }

    /// <summary>The channel it comes through, such as <c>web</c>; scripts and forbidden words depend on it.</summary>
    public required string Channel { get; init; }

    /// <summary>The shop's account on that channel.</summary>
    public required string ChannelAccount { get; init; }

    /// <summary>The buyer's id on that channel.</summary>
    public required string BuyerId { get; init; }

    /// <summary>What the channel says the buyer is called; never trusted as an identity.</summary>
    public string? BuyerName { get; init; }

    /// <summary>Where pushed replies go, as the channel wrote it; null where the buyer's client fetches them itself.</summary>
    public string? DeliveryAddress { get; init; }

    /// <summary>Who the conversation is with.</summary>
    public ConversationState State { get; init; }

    /// <summary>Grows with every change; a change computed from an older version is refused.</summary>
    public long Version { get; init; }

    /// <summary>The sequence number of the newest message; the first message is 1, there are no gaps.</summary>
    public long LastSeq { get; init; }

    /// <summary>The newest buyer message that a turn has dealt with.</summary>
    public long HandledSeq { get; init; }

    /// <summary>The open handoff, when the buyer waits or an agent holds the conversation.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>Grows with every assignment; an agent's write counts only with the current one.</summary>
    public long Epoch { get; init; }

    /// <summary>The agent who had the buyer last, who is asked first when the buyer waits again.</summary>
    public string? LastAgentId { get; init; }

    /// <summary>What the bot remembers of this conversation.</summary>
    public ConversationMemory Memory { get; init; } = ConversationMemory.Empty;

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who wrote the newest message that counts as speech.</summary>
    public MessageAuthor? LastFrom { get; init; }

    /// <summary>The newest message's text; as stored, without personal numbers.</summary>
    public string? LastText { get; init; }

    /// <summary>When the newest message came.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>The id of the message with the given number in this conversation, in the form Direct Line clients know.</summary>
    public string MessageId(long seq) => MessageIdOf(Id, seq);

    /// <summary>The id of a message.</summary>
    public static string MessageIdOf(string conversationId, long seq) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{conversationId}|{seq:D7}");
}
