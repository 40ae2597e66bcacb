using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ReplyBot.BotFramework.Channels;

/// <summary>Whether a request was made by a program on this machine, for this machine.</summary>
internal static class LocalCaller
{
    private static readonly HashSet<string> ProxyHeaders = new(StringComparer.OrdinalIgnoreCase) { "Forwarded", "Via", "X-Real-IP" };

    /// <summary>
    /// True for a loopback connection under a loopback name. A reverse proxy on this machine connects from loopback too,
    /// as does a browser that another site's page talks through; both give themselves away by their headers, or by the
    /// HTTP/1.0 that some proxies speak unless they are told otherwise.
    /// </summary>
    public static bool Is(HttpRequest request)
    {
        var connection = request.HttpContext.Connection;
        return connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLoopbackName(request.Host.Host)
            && !HttpProtocol.IsHttp10(request.Protocol)
            && !request.Headers.Keys.Any(IsOfAProxy)
            && IsLoopbackOrigin(request.Headers[HeaderNames.Origin].ToString());
    }

    private static bool IsOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || ProxyHeaders.Contains(header);

    private static bool IsLoopbackOrigin(string origin) =>
        origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
