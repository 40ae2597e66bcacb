using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ReplyBot.BotFramework.Http;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Serves uploaded files so that nothing in them can run.</summary>
internal sealed class AttachmentEndpoint(DirectLineTokens tokens, IAttachmentStore files)
{
    /// <summary>What is shown in the page; everything else is only offered for download.</summary>
    private static readonly HashSet<string> Shown =
        new(StringComparer.OrdinalIgnoreCase) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    /// <summary>GET /conversations/{id}/attachments/{fileId}?t=: the file that the ticket is for.</summary>
    public async Task<IResult> DownloadAsync(HttpContext http, string conversationId, string fileId)
    {
        switch (await tokens.CheckAttachmentTicketAsync(http.Request.Query["t"].ToString(), conversationId, fileId))
        {
            case TokenState.Invalid:
                return Problem.Forbidden("The address of the file is wrong.", "BadArgument");
            case TokenState.Expired:
                return Problem.TokenExpired();
        }

        if (await files.OpenAsync(conversationId, fileId, http.RequestAborted) is not { } file)
            return Problem.UnknownFile();

        var shown = Shown.Contains(file.ContentType);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);

        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=3600";
        return Results.Stream(file.Content, shown ? file.ContentType : "application/octet-stream");
    }
}
