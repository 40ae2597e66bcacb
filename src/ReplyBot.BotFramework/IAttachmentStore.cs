namespace ReplyBot.BotFramework;

/// <summary>Where uploaded files are kept. The host implements it.</summary>
public interface IAttachmentStore
{
    /// <summary>
    /// Keeps a file and returns its id, unguessable. Reading the content throws when the upload turns out too large; what
    /// was written until then is discarded. A file that no message refers to after an hour may be discarded too.
    /// </summary>
    Task<string> SaveAsync(AttachmentUpload upload, CancellationToken cancellationToken);

    /// <summary>A file of this conversation, or null when this conversation has no such file.</summary>
    Task<AttachmentContent?> OpenAsync(string conversationId, string fileId, CancellationToken cancellationToken);
}
