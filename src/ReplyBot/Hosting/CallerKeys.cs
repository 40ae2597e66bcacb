using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ReplyBot.BotFramework.DirectLine;

namespace ReplyBot.Hosting;

/// <summary>
/// By what a caller is told from others when requests are counted: by the credential before the address, because many buyers and
/// whole shops sit behind one address. Credentials are kept as hashes only.
/// </summary>
internal static class CallerKeys
{
    /// <summary>Who calls Direct Line; null for a site's server with the secret, which speaks for all of its visitors.</summary>
    public static string? OfDirectLine(HttpContext http)
    {
        // Browsers open sockets and pictures without headers; there the address that they were given carries a ticket.
        var credential = Credential(http) ?? Ticket(http);
        if (credential is null)
            return Address(http);
        var secret = http.RequestServices.GetRequiredService<IOptions<DirectLineOptions>>().Value.Secret;
        var hash = Hash(credential);
        return secret is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(hash, Hash(secret)) ? null : Convert.ToHexString(hash);
    }

    /// <summary>Who calls with a key of their own; the address where no key is given.</summary>
    public static string Of(HttpContext http) => Credential(http) is { } credential ? Convert.ToHexString(Hash(credential)) : Address(http);

    /// <summary>The address that the request came from.</summary>
    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>What comes after <c>Bearer</c>, or null.</summary>
    public static string? Credential(HttpContext http)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length > Scheme.Length ? header[Scheme.Length..].Trim() : null;
    }

    private static string? Ticket(HttpContext http) => http.Request.Query["t"].ToString() is { Length: > 0 } ticket ? ticket : null;

    private static byte[] Hash(string credential) => SHA256.HashData(Encoding.UTF8.GetBytes(credential));
}
