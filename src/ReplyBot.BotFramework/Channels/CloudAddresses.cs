namespace ReplyBot.BotFramework.Channels;

/// <summary>What the clouds differ in. The values are those that Microsoft documents for its own SDK.</summary>
internal sealed record CloudAddresses(
    string TokenIssuer,
    Uri Metadata,
    Uri BotMetadata,
    Uri Login,
    string SharedTenant,
    string OAuthScope,
    IReadOnlyList<string> BotTokenIssuers,
    IReadOnlyList<string> ServiceHosts)
{
    private static readonly CloudAddresses Public = new(
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
        new("https://login.microsoftonline.com"),
        "botframework.com",
        "https://api.botframework.com/.default",
        [
            "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
            "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0",
            "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/",
            "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0",
        ],
        ["*.botframework.com", "smba.trafficmanager.net"]);

    private static readonly CloudAddresses UsGovernment = new(
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"),
        new("https://login.microsoftonline.us"),
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        [
            "https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/",
            "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0",
            "https://login.microsoftonline.us/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0",
        ],
        ["*.botframework.azure.us", "*.botframework.us", "*.teams.microsoft.us"]);

    private static readonly CloudAddresses China = new(
        "https://api.botframework.azure.cn",
        new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        new("https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration"),
        new("https://login.partner.microsoftonline.cn"),
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        ["https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0"],
        ["*.botframework.azure.cn"]);

    /// <summary>The addresses of the configured cloud, with what the configuration sets otherwise.</summary>
    public static CloudAddresses Of(ChannelOptions options)
    {
        var cloud = options.Cloud switch
        {
            ChannelCloud.UsGovernment => UsGovernment,
            ChannelCloud.China => China,
            _ => Public,
        };
        var login = options.LoginAddress ?? cloud.Login;
        var ownTenant = options.TenantId is { Length: > 0 } tenant
            ? new[] { $"https://sts.windows.net/{tenant}/", $"{login.AbsoluteUri.TrimEnd('/')}/{tenant}/v2.0" }
            : [];

        return cloud with
        {
            TokenIssuer = options.TokenIssuer ?? cloud.TokenIssuer,
            Metadata = options.MetadataAddress ?? cloud.Metadata,
            BotMetadata = options.BotMetadataAddress ?? cloud.BotMetadata,
            Login = login,
            OAuthScope = options.OAuthScope ?? cloud.OAuthScope,
            BotTokenIssuers = [.. cloud.BotTokenIssuers, .. ownTenant, .. options.BotTokenIssuers],
            ServiceHosts = [.. cloud.ServiceHosts, .. options.AllowedServiceHosts],
        };
    }
}
