using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Files that a buyer sends: one as the body, or several with their activity as a multipart form.</summary>
internal sealed class UploadEndpoint(
    DirectLineGate gate, IConversationGateway gateway, IAttachmentStore files, ActivityEndpoints activities, IOptions<DirectLineOptions> options)
{
    private const string ActivityMediaType = "application/vnd.microsoft.activity";
    private const string AnyMediaType = "application/octet-stream";
    private const int MaxPartHeaderBytes = 8 * 1024;

    /// <summary>POST /conversations/{id}/upload: keeps the files and hands in one message that carries them.</summary>
    public async Task<IResult> UploadAsync(HttpContext http, string conversationId)
    {
        var (grant, refusal) = await gate.AdmitAsync(http.Request, conversationId, http.RequestAborted);
        if (refusal is not null)
            return refusal;

        var max = options.Value.MaxUploadBytes;
        if (http.Request.ContentLength > max)
            return Problem.TooLarge(max);

        if (await gateway.FindAsync(conversationId, http.RequestAborted) is null)
            return Problem.UnknownConversation();

        var body = new CappedStream(http.Request.Body, max);
        try
        {
            var (activity, uploaded, problem) = await ReadAsync(http.Request, body, conversationId, http.RequestAborted);
            if (problem is not null)
                return problem;

            return uploaded.Count == 0
                ? Problem.BadRequest("The upload has no file.")
                : await activities.PostAsync(activity ?? new Activity(), grant!, uploaded, http.RequestAborted);
        }
        catch (Exception) when (body.Exceeded)
        {
            return Problem.TooLarge(max);
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            return Problem.BadRequest("The multipart body is broken.");
        }
    }

    private async Task<(Activity? Activity, List<MessageAttachment> Uploaded, Problem? Problem)> ReadAsync(
        HttpRequest request, Stream body, string conversationId, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition);
            var single = await SaveAsync(conversationId, disposition, request.ContentType, body, cancellationToken);
            return (null, [single], null);
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return (null, [], Problem.BadRequest("The multipart body names no boundary."));

        var reader = new MultipartReader(boundary, body) { HeadersLengthLimit = MaxPartHeaderBytes };
        Activity? activity = null;
        List<MessageAttachment> uploaded = [];
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            _ = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition);
            if (part.ContentType?.StartsWith(ActivityMediaType, StringComparison.OrdinalIgnoreCase) == true)
            {
                (activity, var problem) = await ReadActivityAsync(part.Body, cancellationToken);
                if (problem is not null)
                    return (null, uploaded, problem);
            }
            else if (uploaded.Count == options.Value.MaxUploadFiles)
            {
                return (null, uploaded, Problem.BadRequest($"The upload has more than {options.Value.MaxUploadFiles} files."));
            }
            else
            {
                uploaded.Add(await SaveAsync(conversationId, disposition, part.ContentType, part.Body, cancellationToken));
            }
        }

        return (activity, uploaded, null);
    }

    private static async Task<(Activity? Activity, Problem? Problem)> ReadActivityAsync(Stream part, CancellationToken cancellationToken)
    {
        var capped = new CappedStream(part, RequestBody.MaxActivityBytes);
        using var bytes = new MemoryStream();
        try
        {
            await capped.CopyToAsync(bytes, cancellationToken);
        }
        catch (IOException) when (capped.Exceeded)
        {
            return (null, Problem.TooLarge(RequestBody.MaxActivityBytes));
        }

        return RequestBody.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), ActivityJson.Wire.Activity);
    }

    private async Task<MessageAttachment> SaveAsync(
        string conversationId, ContentDispositionHeaderValue? disposition, string? contentType, Stream content, CancellationToken cancellationToken)
    {
        var name = FileName.Clean(disposition?.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value);
        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed) && parsed.MediaType.Value is { Length: <= 100 } known ? known : AnyMediaType;
        var id = await files.SaveAsync(new(conversationId, name, type, content), cancellationToken);
        return new(type, name, FileId: id);
    }
}
