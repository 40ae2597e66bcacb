using System.Collections.Immutable;
using ReplyBot.Conversations.Handoffs;

namespace ReplyBot.Conversations.Transcripts;

/// <summary>Who wrote a message.</summary>
public enum MessageAuthor
{
    Buyer,
    Bot,
    Agent,
    System,
}

/// <summary>What a message is for. Rules about answers do not bind notices.</summary>
public enum MessageKind
{
    /// <summary>What a buyer or an agent wrote.</summary>
    Message,

    /// <summary>The bot's answer to a question.</summary>
    Answer,

    /// <summary>The bot's clarifying question.</summary>
    Question,

    /// <summary>A holding reply, a reassurance, out of hours, closing.</summary>
    Notice,

    /// <summary>Seen by agents only.</summary>
    Note,

    /// <summary>What programs at the other end of the channel are told; seen by no one.</summary>
    Signal,
}

/// <summary>One line of a transcript.</summary>
/// <param name="Seq">Its number in the conversation, from 1, without gaps.</param>
/// <param name="Id">Its stable id; retries of a delivery reuse it.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">What it says; empty for a message that is only a file.</param>
/// <param name="At">When it was stored.</param>
public sealed record Message(long Seq, string Id, MessageAuthor From, MessageKind Kind, string Text, DateTimeOffset At)
{
    /// <summary>The name shown beside it.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The agent who wrote it.</summary>
    public string? AgentId { get; init; }

    /// <summary>The script it was made from.</summary>
    public string? ScriptId { get; init; }

    /// <summary>Choices offered with a question.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Files sent along.</summary>
    public ImmutableArray<MessageFile> Files { get; init; } = [];

    /// <summary>The sender's own id of the message; the same one twice is the same message.</summary>
    public string? ClientId { get; init; }

    /// <summary>What the channel sent along, as received, in JSON.</summary>
    public string? ChannelData { get; init; }

    /// <summary>What a signal tells.</summary>
    public HandoffSignal? Signal { get; init; }

    /// <summary>Whether it goes out to the buyer's channel.</summary>
    public bool ForBuyer => Kind != MessageKind.Note;

    /// <summary>Whether it is said: a signal goes out, and nobody reads it.</summary>
    public bool IsSpeech => Kind is not (MessageKind.Note or MessageKind.Signal);
}

/// <summary>A file of a message.</summary>
/// <param name="Name">Its name as the sender gave it.</param>
/// <param name="ContentType">Its media type as the sender gave it.</param>
/// <param name="FileId">The stored file, or null where it lies elsewhere.</param>
/// <param name="Url">Where it lies elsewhere.</param>
public sealed record MessageFile(string Name, string ContentType, string? FileId, string? Url);

/// <summary>The bytes of a file that a buyer sent.</summary>
public sealed record StoredFile(string Id, string ConversationId, string Name, string ContentType, byte[] Content);
