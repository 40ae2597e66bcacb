namespace ReplyBot.Accounts.SingleSignOn;

/// <summary>The company's own identity provider, by OpenID Connect: the configuration section <c>OpenIdConnect</c>. Without an authority there is none.</summary>
public sealed class ProviderOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "OpenIdConnect";

    /// <summary>The provider's address, below which it publishes its configuration.</summary>
    public Uri? Authority { get; set; }

    /// <summary>What this program is called there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>With what it proves itself there; null where the provider asks for nothing but the code's proof key.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>How people call the provider.</summary>
    public string DisplayName { get; set; } = "公司账号";

    /// <summary>What is asked for.</summary>
    public string Scope { get; set; } = "openid profile";

    /// <summary>The claim that holds the name of an account here, for who signs in for the first time.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The claim that holds roles; null: accounts must have been made here and keep the roles given here.</summary>
    public string? RoleClaim { get; set; }

    /// <summary>Roles here by the role claim's values; values that are roles here stand for themselves.</summary>
    public IDictionary<string, string> Roles { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether there is a provider.</summary>
    public bool IsConfigured => Authority is not null;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">It cannot be meant.</exception>
    public static ProviderOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<ProviderOptions>() ?? new ProviderOptions();
        if (options.Authority is not { } authority)
            return options;
        if (!authority.IsAbsoluteUri || (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
            throw new InvalidOperationException($"{SectionName}:Authority must be an https address, or an http address of this machine.");
        if (options.ClientId.Length == 0)
            throw new InvalidOperationException($"{SectionName}:ClientId is missing.");
        if (options.Roles.Values.FirstOrDefault(role => !Accounts.Roles.All.Contains(role)) is { } unknown)
            throw new InvalidOperationException($"{SectionName}:Roles names '{unknown}', which is no role; there are {string.Join(", ", Accounts.Roles.All)}.");
        return options;
    }

    /// <summary>The roles that a claim's values stand for; null where the provider does not decide about roles.</summary>
    public IReadOnlyList<string>? RolesOf(IEnumerable<string> values) =>
        RoleClaim is null ? null : [.. Accounts.Roles.All.Intersect(values.Select(value => Roles.TryGetValue(value, out var role) ? role : value))];
}
