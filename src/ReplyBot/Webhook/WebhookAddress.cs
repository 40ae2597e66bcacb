using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace ReplyBot.Webhook;

/// <summary>Where the replies of a conversation go: to the channel's configured address, under the platform's own ids.</summary>
internal sealed record WebhookAddress(string Webhook, string ConversationId, string BuyerId)
{
    private const string Beginning = """{"webhook":""";

    /// <summary>The address as it is kept with the conversation.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a kept address; null for one of another kind.</summary>
    public static WebhookAddress? Read(string address) =>
        address.StartsWith(Beginning, StringComparison.Ordinal) ? JsonSerializer.Deserialize<WebhookAddress>(address, JsonSerializerOptions.Web) : null;

    /// <summary>The program's key of the conversation: hashed, so that no platform can name another channel's conversation.</summary>
    public string Key() => "wh-" + WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"{Webhook}\n{ConversationId}")).AsSpan(0, 18));
}
