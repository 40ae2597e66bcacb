using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>The bot's own access token for the Bot Connector, obtained by client credentials and kept while it counts.</summary>
internal sealed class ConnectorTokens(IOptions<ChannelOptions> options, IHttpClientFactory http, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _obtaining = new(1);
    private (string Token, DateTimeOffset Until)? _current;

    /// <summary>A token that counts for some minutes yet.</summary>
    /// <exception cref="HttpRequestException">None can be had at the moment.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _obtaining.WaitAsync(cancellationToken);
        try
        {
            if (_current is not { } current || time.GetUtcNow() >= current.Until)
                _current = current = await ObtainAsync(cancellationToken);
            return current.Token;
        }
        finally
        {
            _obtaining.Release();
        }
    }

    /// <summary>Forgets a token that a channel refused.</summary>
    public async Task ForgetAsync(string token, CancellationToken cancellationToken)
    {
        await _obtaining.WaitAsync(cancellationToken);
        if (_current?.Token == token)
            _current = null;
        _obtaining.Release();
    }

    public void Dispose() => _obtaining.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> ObtainAsync(CancellationToken cancellationToken)
    {
        var cloud = CloudAddresses.Of(options.Value);
        var tenant = options.Value.TenantId is { Length: > 0 } own ? own : cloud.SharedTenant;
        var address = $"{cloud.Login.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token";
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.Value.AppId ?? "",
            ["client_secret"] = options.Value.AppPassword ?? "",
            ["scope"] = cloud.OAuthScope,
        });

        using var client = http.CreateClient(ChannelHttp.Identity);
        using var response = await client.PostAsync(new Uri(address), form, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"The login service answered {(int)response.StatusCode}.", null, response.StatusCode);

        var granted = await response.Content.ReadFromJsonAsync(LoginJson.Default.LoginResponse, cancellationToken);
        if (granted is not { AccessToken: { Length: > 0 } token })
            throw new HttpRequestException("The login service answered without a token.");

        return (token, time.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - RenewBefore);
    }
}

/// <summary>The answer of the login service.</summary>
internal sealed record LoginResponse(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>The JSON of the login service, which writes numbers as text at times.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(LoginResponse))]
internal sealed partial class LoginJson : JsonSerializerContext;
