using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ReplyBot.Accounts.SingleSignOn;

/// <summary>Speaks with the identity provider: OpenID Connect's authorization code flow with a proof key (PKCE).</summary>
internal sealed class IdentityProvider
{
    /// <summary>The HTTP client's name.</summary>
    public const string Http = "ReplyBot.Accounts.SingleSignOn";

    private const string ConfigurationPath = "/.well-known/openid-configuration";
    private const int LongestAnswer = 256 * 1024;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    private readonly ProviderOptions _options;
    private readonly IHttpClientFactory _http;
    private readonly TimeProvider _clock;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configuration;

    public IdentityProvider(ProviderOptions options, IHttpClientFactory http, TimeProvider clock)
    {
        _options = options;
        _http = http;
        _clock = clock;
        var authority = options.Authority!;
        _configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            authority.AbsoluteUri.TrimEnd('/') + ConfigurationPath, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http.CreateClient(Http)) { RequireHttps = !authority.IsLoopback });
    }

    /// <summary>Registers the HTTP client: no redirects, no cookies, small answers.</summary>
    public static void Register(IServiceCollection services) =>
        services.AddHttpClient(Http, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();

    /// <summary>Where the browser is sent to sign in.</summary>
    /// <exception cref="InvalidOperationException">The provider's configuration cannot be fetched.</exception>
    public async Task<string> AuthorizeAddressAsync(SignInRequestState state, string redirect, CancellationToken cancellation) =>
        QueryHelpers.AddQueryString((await _configuration.GetConfigurationAsync(cancellation)).AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = _options.ClientId,
            ["redirect_uri"] = redirect,
            ["scope"] = _options.Scope,
            ["state"] = state.State,
            ["nonce"] = state.Nonce,
            ["code_challenge"] = state.Challenge,
            ["code_challenge_method"] = "S256",
        });

    /// <summary>Redeems a code.</summary>
    /// <returns>Who signed in; null when the provider takes the code for nothing or its token does not hold.</returns>
    /// <exception cref="InvalidOperationException">The provider's configuration cannot be fetched.</exception>
    /// <exception cref="HttpRequestException">The provider cannot be reached.</exception>
    public async Task<ProviderIdentity?> RedeemAsync(SignInRequestState state, string code, string redirect, CancellationToken cancellation)
    {
        var configuration = await _configuration.GetConfigurationAsync(cancellation);
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirect,
            ["client_id"] = _options.ClientId,
            ["code_verifier"] = state.Verifier,
        };
        if (_options.ClientSecret is { Length: > 0 } secret)
            fields["client_secret"] = secret;
        using var client = _http.CreateClient(Http);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(configuration.TokenEndpoint, form, cancellation);
        return answer.IsSuccessStatusCode && TokenOf(await answer.Content.ReadAsByteArrayAsync(cancellation)) is { } token
            ? await ReadAsync(token, state.Nonce, configuration)
            : null;
    }

    private static string? TokenOf(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id_token", out var token) ? token.GetString() : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<ProviderIdentity?> ReadAsync(string text, string nonce, OpenIdConnectConfiguration configuration)
    {
        var validated = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = _options.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            LifetimeValidator = IsInTime,
        });
        if (validated is not { IsValid: true, SecurityToken: JsonWebToken token })
        {
            // The provider may sign with a new key; whoever tries again is let in with it.
            if (validated.Exception is SecurityTokenSignatureKeyNotFoundException)
                _configuration.RequestRefresh();
            return null;
        }
        return Claim(token, "nonce") == nonce && token.Subject is { Length: > 0 } && (token.Audiences.Count() == 1 || Claim(token, "azp") == _options.ClientId)
            ? new ProviderIdentity(
                $"{token.Issuer} {token.Subject}", NameOf(token), Claim(token, "name"),
                _options.RolesOf(token.Claims.Where(claim => claim.Type == _options.RoleClaim).Select(claim => claim.Value)))
            : null;
    }

    /// <summary>Anybody may have claimed an address that the provider did not verify.</summary>
    private string? NameOf(JsonWebToken token) =>
        _options.NameClaim == "email" && !string.Equals(Claim(token, "email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? null : Claim(token, _options.NameClaim);

    private static string? Claim(JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) ? claim.Value : null;

    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockSkew && (notBefore is not { } start || now > start - ClockSkew);
    }
}
