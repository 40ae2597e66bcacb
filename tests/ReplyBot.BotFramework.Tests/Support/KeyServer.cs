using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>A login service on a loopback port: publishes signing keys, signs tokens, grants access tokens.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication _app;
    private readonly List<(RsaSecurityKey Key, string[]? Endorsements)> _keys = [];

    private KeyServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public int KeyRequests { get; private set; }

    public int TokenRequests { get; private set; }

    /// <summary>The form of the last request for an access token.</summary>
    public Dictionary<string, string> LastForm { get; private set; } = [];

    /// <summary>Whether keys are served at all.</summary>
    public bool Down { get; set; }

    public static async Task<KeyServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new KeyServer(app);
        app.MapGet("/.well-known/openidconfiguration", () =>
        {
            server.KeyRequests++;
            return server.Down
                ? Results.StatusCode(500)
                : Results.Json(new { issuer = Issuer, jwks_uri = $"{server.Address}/keys", id_token_signing_alg_values_supported = Algorithms });
        });
        app.MapGet("/keys", () => Results.Json(new { keys = server._keys.Select(Publish) }));
        app.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext http, string tenant) =>
        {
            var form = await http.Request.ReadFormAsync();
            server.LastForm = form.ToDictionary(field => field.Key, field => field.Value.ToString());
            server.LastForm["tenant"] = tenant;
            return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = $"access-{++server.TokenRequests}" });
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>Publishes a new key.</summary>
    public RsaSecurityKey AddKey(string id, params string[]? endorsements)
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = id };
        _keys.Add((key, endorsements));
        return key;
    }

    /// <summary>Signs a token with these claims.</summary>
    public static string Sign(SecurityKey key, DateTimeOffset expires, Dictionary<string, object> claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Expires = expires.UtcDateTime,
            SigningCredentials = new(key, key is SymmetricSecurityKey ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.RsaSha256),
        });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var (key, _) in _keys)
            key.Rsa.Dispose();
    }

    private static readonly string[] Algorithms = ["RS256"];

    private static Dictionary<string, object> Publish((RsaSecurityKey Key, string[]? Endorsements) entry)
    {
        var parameters = entry.Key.Rsa.ExportParameters(includePrivateParameters: false);
        var published = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = entry.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (entry.Endorsements is { } endorsements)
            published["endorsements"] = endorsements;
        return published;
    }
}
