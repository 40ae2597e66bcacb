namespace ReplyBot.BotFramework;

/// <summary>Something that came in from a buyer on any channel.</summary>
public sealed record InboundMessage
{
    /// <summary>The program's key of the conversation, unique over all channels.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The channel: <c>web</c>, <c>directline</c>, or the Bot Framework channel id (<c>msteams</c>, <c>line</c>, …).</summary>
    public required string ChannelId { get; init; }

    /// <summary>What happened.</summary>
    public required InboundKind Kind { get; init; }

    /// <summary>The buyer's id on the channel.</summary>
    public required string FromId { get; init; }

    /// <summary>The buyer's name on the channel. Written by the buyer: never trusted as markup.</summary>
    public string? FromName { get; init; }

    /// <summary>The shop's own account on the channel, where a channel has several.</summary>
    public string? ChannelAccountId { get; init; }

    /// <summary>The channel's own id of the conversation, where it is not ours.</summary>
    public string? ExternalConversationId { get; init; }

    /// <summary>What the buyer said.</summary>
    public string? Text { get; init; }

    /// <summary>The buyer's language as a BCP 47 tag, as far as the client said so.</summary>
    public string? Locale { get; init; }

    /// <summary>The sender's id of this message, by which a repeated delivery is recognised; null when it gave none.</summary>
    public string? ClientActivityId { get; init; }

    /// <summary>The name of an event.</summary>
    public string? EventName { get; init; }

    /// <summary>The value of an event or of a pressed choice, as JSON.</summary>
    public string? Value { get; init; }

    /// <summary>The channel's own data, as JSON exactly as received.</summary>
    public string? ChannelData { get; init; }

    /// <summary>Files and cards that came along.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];

    /// <summary>
    /// Where replies go when the channel must be called back, to be kept with the conversation and handed to
    /// the connector client as it is; null on Direct Line, whose clients read the transcript.
    /// </summary>
    public string? ReplyReference { get; init; }
}
