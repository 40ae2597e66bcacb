using Microsoft.Net.Http.Headers;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Desk;

/// <summary>Serves buyers' files to agents so that nothing in them can run.</summary>
internal static class AttachmentEndpoints
{
    /// <summary>What is shown in the page; everything else is only offered for download.</summary>
    private static readonly HashSet<string> Shown =
        new(StringComparer.OrdinalIgnoreCase) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    public static void Map(IEndpointRouteBuilder desk) => desk.MapGet("/attachments/{id}", ReadAsync);

    private static async Task<IResult> ReadAsync(HttpContext http, string id, IConversationStore store)
    {
        if (await store.FileAsync(id, http.RequestAborted) is not { } file)
            return Problems.NotFound("没有这个文件", "There is no file with this id.");
        var shown = Shown.Contains(file.ContentType);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // A file never changes under its id, and a browser may keep it for its own user.
        headers.CacheControl = "private, max-age=3600";
        return Results.Bytes(file.Content, shown ? file.ContentType : "application/octet-stream");
    }
}
