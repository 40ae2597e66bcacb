namespace ReplyBot.BotFramework.Channels;

/// <summary>How Bot Framework channels reach the bot. Bound to the configuration section <see cref="SectionName"/>.</summary>
public sealed class ChannelOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "BotFramework";

    /// <summary>
    /// The bot's app id. Null or empty: <c>/api/messages</c> is open to this machine only, without authentication, and
    /// replies go to this machine only.
    /// </summary>
    public string? AppId { get; set; }

    /// <summary>The app's password, with which tokens for replies are obtained.</summary>
    public string? AppPassword { get; set; }

    /// <summary>The tenant of a single-tenant app; null for a multi-tenant one.</summary>
    public string? TenantId { get; set; }

    /// <summary>The cloud that the app is registered in; sets everything below that is null.</summary>
    public ChannelCloud Cloud { get; set; }

    /// <summary>Where the signing keys of channels are published.</summary>
    public Uri? MetadataAddress { get; set; }

    /// <summary>Who signs the tokens of channels.</summary>
    public string? TokenIssuer { get; set; }

    /// <summary>Where tokens for replies are obtained, without the tenant.</summary>
    public Uri? LoginAddress { get; set; }

    /// <summary>What tokens for replies are asked for.</summary>
    public string? OAuthScope { get; set; }

    /// <summary>Whether a key must be endorsed for the channel that it signs for, even if it lists no channels at all.</summary>
    public bool RequireEndorsements { get; set; } = true;

    /// <summary>Whether the Bot Framework Emulator may call with the bot's own credentials.</summary>
    public bool AllowEmulator { get; set; }

    /// <summary>App ids of bots that may call this one as their skill; <c>*</c> allows any. Empty: none.</summary>
    public IList<string> AllowedCallers { get; } = [];

    /// <summary>Where the signing keys of other bots and of the Emulator are published.</summary>
    public Uri? BotMetadataAddress { get; set; }

    /// <summary>Further issuers of other bots' tokens.</summary>
    public IList<string> BotTokenIssuers { get; } = [];

    /// <summary>Further hosts that replies may be sent to; <c>*.example.org</c> stands for every host below example.org.</summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>Whether replies may go to private addresses and over plain HTTP to this machine; for development only.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The address under which channels can fetch files from the program; null: files are not sent to channels.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Whether an app id is configured.</summary>
    public bool HasAppId => !string.IsNullOrEmpty(AppId);
}
