using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ReplyBot.Accounts.SingleSignOn;

/// <summary>
/// What a browser takes along to the identity provider and must bring back, in an encrypted cookie: that the answer is to its own
/// request (state), that the token was made for it (nonce), and that the code is redeemed by who asked for it (verifier).
/// </summary>
internal sealed record SignInRequestState(string State, string Nonce, string Verifier)
{
    /// <summary>How long somebody may take to sign in there.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Purpose = "ReplyBot.Accounts.SingleSignOn";
    private const int RandomBytes = 32;

    /// <summary>The proof key's challenge (RFC 7636, S256).</summary>
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>A fresh one.</summary>
    public static SignInRequestState Make() => new(Random(), Random(), Random());

    /// <summary>The cookie's value.</summary>
    public string Protect(IDataProtectionProvider protection, DateTimeOffset now) =>
        Protector(protection).Protect(JsonSerializer.Serialize(this), now + Life);

    /// <summary>Reads a cookie; null when it is not ours or too old.</summary>
    public static SignInRequestState? Unprotect(IDataProtectionProvider protection, string? cookie)
    {
        try
        {
            return string.IsNullOrEmpty(cookie) ? null : JsonSerializer.Deserialize<SignInRequestState>(Protector(protection).Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(RandomBytes));
}
