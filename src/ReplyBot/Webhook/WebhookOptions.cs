namespace ReplyBot.Webhook;

/// <summary>The platforms that are connected by webhook, by channel id: the configuration section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Webhooks";

    /// <summary>The fewest characters that a secret may have.</summary>
    private const int ShortestSecret = 32;

    private WebhookOptions(IReadOnlyDictionary<string, WebhookChannel> channels) => Channels = channels;

    /// <summary>The channels.</summary>
    public IReadOnlyDictionary<string, WebhookChannel> Channels { get; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A secret is too short, or replies would go in the clear over a network.</exception>
    public static WebhookOptions Read(IConfiguration configuration)
    {
        var channels = new Dictionary<string, WebhookChannel>(StringComparer.Ordinal);
        foreach (var section in configuration.GetSection(SectionName).GetChildren())
        {
            var secret = section["Secret"] ?? "";
            if (secret.Length < ShortestSecret)
                throw new InvalidOperationException($"{SectionName}:{section.Key}:Secret must have at least {ShortestSecret} characters.");
            if (!Uri.TryCreate(section["ReplyUrl"], UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
                throw new InvalidOperationException($"{SectionName}:{section.Key}:ReplyUrl must be an https address, or an http address of this machine.");
            channels[section.Key] = new WebhookChannel(section.Key, secret, url);
        }
        return new WebhookOptions(channels);
    }
}

/// <summary>A platform that is connected by webhook.</summary>
/// <param name="Id">The channel's id, by which scripts are chosen.</param>
/// <param name="Secret">What both sides sign with.</param>
/// <param name="ReplyUrl">Where replies are posted; nothing that comes in can change it.</param>
public sealed record WebhookChannel(string Id, string Secret, Uri ReplyUrl);
