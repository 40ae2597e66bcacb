using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReplyBot.Webhook;

/// <summary>
/// Signs and checks bodies: HMAC-SHA256 over <c>{unix seconds}.{body}</c>, in hexadecimal after <c>v1=</c>. The time is signed along,
/// so that an old message cannot be sent again under a new one.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the time, in seconds since 1970-01-01T00:00Z.</summary>
    public const string TimestampHeader = "X-ReplyBot-Timestamp";

    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-ReplyBot-Signature";

    private const string Version = "v1=";

    /// <summary>How far a message's time may be from ours, either way.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The signature of a body at a time.</summary>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body) => Version + Convert.ToHexStringLower(Mac(secret, timestamp, body));

    /// <summary>Whether a body was signed with the secret just now.</summary>
    public static bool Holds(string secret, string timestamp, string signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return false;
        if ((DateTimeOffset.FromUnixTimeSeconds(seconds) - now).Duration() > Window || !signature.StartsWith(Version, StringComparison.Ordinal))
            return false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(signature.AsSpan(Version.Length), given, out var read, out var written) == System.Buffers.OperationStatus.Done
            && read == signature.Length - Version.Length && written == given.Length
            && CryptographicOperations.FixedTimeEquals(given, Mac(secret, timestamp, body));
    }

    private static byte[] Mac(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
