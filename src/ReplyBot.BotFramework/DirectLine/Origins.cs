using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Which pages may speak to us. A request that names no origin does not come from another site's page.</summary>
internal static class Origins
{
    /// <summary>Whether the page behind a request is ours or allowed, both by configuration and by its token.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="bound">The origins that the token is bound to; none means any allowed one.</param>
    public static bool Allows(HttpRequest request, DirectLineOptions options, IReadOnlyList<string>? bound)
    {
        var origin = request.Headers[HeaderNames.Origin].ToString();
        if (origin.Length == 0)
            return true;

        return bound is { Count: > 0 }
            ? bound.Contains(origin, StringComparer.OrdinalIgnoreCase)
            : IsOwn(request, options, origin) || IsConfigured(options, origin);
    }

    /// <summary>Whether the configuration allows pages of this origin.</summary>
    public static bool IsConfigured(DirectLineOptions options, string origin) =>
        options.AllowedOrigins.Any(allowed => allowed == "*" || allowed.Equals(origin, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text is an origin: scheme and host, perhaps a port, nothing more.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(HttpRequest request, DirectLineOptions options, string origin) =>
        origin.Equals((options.PublicAddress ?? new Uri($"{request.Scheme}://{request.Host.Value}")).GetLeftPart(UriPartial.Authority),
            StringComparison.OrdinalIgnoreCase);
}
