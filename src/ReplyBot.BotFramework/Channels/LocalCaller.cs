using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ReplyBot.BotFramework.Channels;

/// <summary>Whether a request was made by a program on this machine, for this machine.</summary>
internal static class LocalCaller
{
    /// <summary>
    /// True for a loopback connection under a loopback name. A reverse proxy on this machine connects from loopback too,
    /// as does a browser that another site's page talks through; both give themselves away by their headers.
    /// </summary>
    public static bool Is(HttpRequest request)
    {
        var connection = request.HttpContext.Connection;
        return connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLoopbackName(request.Host.Host)
            && !request.Headers.ContainsKey("X-Forwarded-For")
            && !request.Headers.ContainsKey("Forwarded")
            && IsLoopbackOrigin(request.Headers[HeaderNames.Origin].ToString());
    }

    private static bool IsLoopbackOrigin(string origin) =>
        origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
