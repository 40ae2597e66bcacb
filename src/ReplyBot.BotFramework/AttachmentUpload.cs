namespace ReplyBot.BotFramework;

/// <summary>A file on its way in.</summary>
/// <param name="ConversationId">The conversation that it belongs to.</param>
/// <param name="Name">Its file name, without any folder.</param>
/// <param name="ContentType">The media type that the sender claims.</param>
/// <param name="Content">Its bytes, read once.</param>
public sealed record AttachmentUpload(string ConversationId, string Name, string ContentType, Stream Content);
