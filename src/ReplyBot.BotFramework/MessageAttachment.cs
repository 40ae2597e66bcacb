namespace ReplyBot.BotFramework;

/// <summary>A file or card in a message: exactly one of file id, address and content is given.</summary>
/// <param name="ContentType">Its media type, as the sender named it.</param>
/// <param name="Name">Its file name or title.</param>
/// <param name="FileId">The id of an uploaded file in the <see cref="IAttachmentStore"/>.</param>
/// <param name="Url">The address of a file elsewhere.</param>
/// <param name="Content">An inline card, as JSON.</param>
public sealed record MessageAttachment(
    string ContentType, string? Name = null, string? FileId = null, string? Url = null, string? Content = null);
