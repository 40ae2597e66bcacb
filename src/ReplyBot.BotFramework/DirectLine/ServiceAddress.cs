using Microsoft.AspNetCore.Http;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>The addresses under which clients reach us again.</summary>
internal static class ServiceAddress
{
    /// <summary>Scheme, host, port and path base, without a slash at the end.</summary>
    public static string Of(HttpRequest request, DirectLineOptions options) =>
        options.PublicAddress is { } address
            ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : $"{request.Scheme}://{request.Host.Value}{request.PathBase.Value}";

    /// <summary>The address of a conversation's stream, with its ticket and where to go on.</summary>
    public static string Stream(HttpRequest request, DirectLineOptions options, string conversationId, long watermark, string ticket) =>
        $"ws{Of(request, options)[4..]}/v3/directline/conversations/{conversationId}/stream?watermark={watermark}&t={ticket}";

    /// <summary>The address of an uploaded file, with its ticket.</summary>
    public static string Attachment(string serviceAddress, string conversationId, string fileId, string ticket) =>
        $"{serviceAddress}/v3/directline/conversations/{conversationId}/attachments/{Uri.EscapeDataString(fileId)}?t={ticket}";
}
