namespace ReplyBot.BotFramework.Turns;

/// <summary>What an activity says, without who says it.</summary>
internal sealed record InboundContent(
    InboundKind Kind,
    string? Text,
    string? Locale,
    string? EventName,
    string? Value,
    string? ChannelData,
    IReadOnlyList<MessageAttachment> Attachments);
