using System.Security.Cryptography;
using ReplyBot.BotFramework;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Channels;

/// <summary>Keeps buyers' files with their conversations.</summary>
public sealed class AttachmentStore(IConversationStore store) : IAttachmentStore
{
    public async Task<string> SaveAsync(AttachmentUpload upload, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await upload.Content.CopyToAsync(content, cancellationToken);
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await store.SaveFileAsync(new StoredFile(id, upload.ConversationId, upload.Name, upload.ContentType, content.ToArray()), cancellationToken);
        return id;
    }

    public async Task<AttachmentContent?> OpenAsync(string conversationId, string fileId, CancellationToken cancellationToken)
    {
        var file = await store.FileAsync(fileId, cancellationToken);
        return file?.ConversationId == conversationId ? new AttachmentContent(file.Name, file.ContentType, new MemoryStream(file.Content, writable: false)) : null;
    }
}
