using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReplyBot.Tests.Accounts.SingleSignOn;

/// <summary>An identity provider on a loopback port, at which somebody is always signed in. It checks what a real one checks.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "replybot";
    public const string Secret = "what-only-the-two-of-us-know";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "key-1" };
    private readonly Dictionary<string, (string Challenge, string Nonce, string Redirect)> _codes = [];

    private TestProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Who is signed in there.</summary>
    public Dictionary<string, object> Claims { get; set; } = new() { ["sub"] = "u-1", ["preferred_username"] = "xiaoli", ["name"] = "小栗" };

    /// <summary>Changes what a token says, to something that must not hold.</summary>
    public Action<SecurityTokenDescriptor>? Forge { get; set; }

    /// <summary>How often a code was redeemed.</summary>
    public int Redeemed { get; private set; }

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new TestProvider(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = provider.Address,
            authorization_endpoint = $"{provider.Address}/authorize",
            token_endpoint = $"{provider.Address}/token",
            jwks_uri = $"{provider.Address}/keys",
        }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { provider.Publish() } }));
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", (Delegate)provider.RedeemAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>A key that is not published.</summary>
    public static SigningCredentials ForeignKey() => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Rsa.Dispose();
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (query["code_challenge"]!, query["nonce"]!, query["redirect_uri"]!);
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> RedeemAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_secret"] != Secret || !_codes.Remove(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked.Redirect
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
            return Results.BadRequest();
        Redeemed++;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims) { ["nonce"] = asked.Nonce },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        };
        Forge?.Invoke(descriptor);
        return Results.Json(new { token_type = "Bearer", expires_in = 300, access_token = "unused", id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor) });
    }

    private Dictionary<string, string> Publish()
    {
        var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
