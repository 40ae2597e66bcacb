namespace ReplyBot.BotFramework;

/// <summary>A stored file. Whoever receives it disposes the content.</summary>
/// <param name="Name">Its file name, without any folder.</param>
/// <param name="ContentType">The media type that its sender claimed.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AttachmentContent(string Name, string ContentType, Stream Content);
