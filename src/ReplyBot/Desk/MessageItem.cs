using System.Collections.Immutable;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Desk;

/// <summary>A line of a transcript as the console shows it.</summary>
public sealed record MessageItem(
    long Seq,
    string Id,
    MessageAuthor From,
    MessageKind Kind,
    string? Name,
    string Text,
    ImmutableArray<string> Choices,
    IReadOnlyList<AttachmentItem> Attachments,
    DateTimeOffset At,
    string? ScriptId)
{
    /// <summary>The line of a message.</summary>
    public static MessageItem Of(Message message, Conversation? conversation) => new(
        message.Seq,
        message.Id,
        message.From,
        message.Kind,
        message.AuthorName ?? (message.From == MessageAuthor.Buyer ? conversation?.BuyerName : null),
        message.Text,
        message.Choices,
        [.. message.Files.Select(AttachmentItem.Of)],
        message.At,
        message.ScriptId);
}

/// <summary>A file of a message. Files that the program keeps have an address under its own; others are named, not fetched.</summary>
public sealed record AttachmentItem(string Url, string Name, string ContentType)
{
    /// <summary>The file of a message.</summary>
    public static AttachmentItem Of(MessageFile file) =>
        new(file.FileId is { } id ? $"/api/desk/attachments/{Uri.EscapeDataString(id)}" : file.Url ?? "", file.Name, file.ContentType);
}
