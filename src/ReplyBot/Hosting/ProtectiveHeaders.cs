namespace ReplyBot.Hosting;

/// <summary>
/// Headers of every answer, refusals and faults too: browsers guess no content type, tell nobody where they came from, and frame nothing;
/// what is no page may load and run nothing at all. Set when the answer starts, since a fault clears what was set before it.
/// </summary>
internal static class ProtectiveHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Adds them. Goes before everything that answers.</summary>
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            var response = ((HttpContext)state).Response;
            var headers = response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers.XFrameOptions = "SAMEORIGIN";
            // An answer that a file is unchanged would change what the browser keeps of it.
            if (headers.ContentSecurityPolicy.Count == 0 && response.StatusCode != StatusCodes.Status304NotModified && IsNoPage(response.ContentType))
                headers.ContentSecurityPolicy = Nothing;
            return Task.CompletedTask;
        }, http);
        return next(http);
    });

    /// <summary>Pages' own scripts and styles are left to the policy of their page, which also governs what workers made of them may do.</summary>
    private static bool IsNoPage(string? contentType) =>
        contentType is null || contentType.Contains("json", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
}
