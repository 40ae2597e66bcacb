namespace ReplyBot.BotFramework;

/// <summary>An entry of a conversation as the buyer may see it.</summary>
public sealed record TranscriptMessage
{
    /// <summary>Its place in the conversation: 1, 2, 3, … It is also the watermark of everything up to here.</summary>
    public required long Seq { get; init; }

    /// <summary>Its id: for a buyer's message the one that the post returned, otherwise stable over retries.</summary>
    public required string Id { get; init; }

    /// <summary>Who said it.</summary>
    public required Participant From { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>What it is.</summary>
    public TranscriptKind Kind { get; init; } = TranscriptKind.Message;

    /// <summary>What was said.</summary>
    public string? Text { get; init; }

    /// <summary>Whether <see cref="Text"/> is Markdown; otherwise it is shown as it is.</summary>
    public bool Markdown { get; init; }

    /// <summary>What it was said for (answer, notice, question, …), so that a page can style it.</summary>
    public string? Purpose { get; init; }

    /// <summary>Replies to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Files and cards.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];

    /// <summary>The id of the message it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Its language as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>The client's id of a buyer's message.</summary>
    public string? ClientActivityId { get; init; }

    /// <summary>The channel data of a buyer's message as received, as JSON.</summary>
    public string? ChannelData { get; init; }

    /// <summary>The name of an event.</summary>
    public string? EventName { get; init; }

    /// <summary>The value of an event or of a pressed choice, as JSON.</summary>
    public string? Value { get; init; }
}
