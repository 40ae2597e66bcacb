using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.Tokens;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.Channels;

public sealed class AuthenticationTests : IAsyncLifetime
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Service = "https://smba.trafficmanager.net/cn/";
    private const string BotIssuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private KeyServer _login = null!;
    private TestHost _host = null!;
    private RsaSecurityKey _key = null!;

    public async Task InitializeAsync()
    {
        _login = await KeyServer.StartAsync();
        _key = _login.AddKey("k1", "msteams", "webchat");
        _host = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _login.DisposeAsync();
    }

    [Fact]
    public async Task Receive_WhenTokenIsRight_Passes()
    {
        (await PostAsync(Token())).ShouldBe(HttpStatusCode.Accepted);
        _host.Gateway.Inbound.Single().ChannelId.ShouldBe("msteams");
    }

    [Fact]
    public async Task Receive_WhenClaimIsWrittenInCamelCase_Passes() =>
        (await PostAsync(Token(("serviceurl", null), ("serviceUrl", Service)))).ShouldBe(HttpStatusCode.Accepted);

    [Fact]
    public async Task Receive_WhenThereIsNoToken_Is401WithoutFetchingKeys()
    {
        await AssertRefusedAsync(null, HttpStatusCode.Unauthorized);
        _login.KeyRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Receive_WhenAlgorithmIsNone_Is401WithoutFetchingKeys()
    {
        var payload = Base64UrlEncoder.Encode($$"""{"iss":"{{KeyServer.Issuer}}","aud":"{{AppId}}","serviceurl":"{{Service}}","exp":4000000000}""");

        await AssertRefusedAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"k1"}""")}.{payload}.", HttpStatusCode.Unauthorized);
        _login.KeyRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Receive_WhenSignedSymmetricallyWithThePublicKey_Is401()
    {
        // The classic confusion: the public modulus used as an HMAC key.
        var modulus = _key.Rsa.ExportParameters(false).Modulus!;
        var token = KeyServer.Sign(new SymmetricSecurityKey(modulus) { KeyId = "k1" }, Soon, Claims());

        await AssertRefusedAsync(token, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("aud", "another-app")]
    [InlineData("aud", null)]
    [InlineData("iss", "https://evil.example")]
    [InlineData("iss", null)]
    public async Task Receive_WhenAudienceOrIssuerIsWrong_Is401(string claim, string? value) =>
        await AssertRefusedAsync(Token((claim, value)), HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData(-6, HttpStatusCode.Unauthorized)]
    [InlineData(-4, HttpStatusCode.Accepted)]
    public async Task Receive_WhenTokenExpired_FiveMinutesOfSkewAreAllowed(int minutes, HttpStatusCode expected) =>
        (await PostAsync(KeyServer.Sign(_key, _host.Time.GetUtcNow().AddMinutes(minutes), Claims()))).ShouldBe(expected);

    [Fact]
    public async Task Receive_WhenKeyIsNotPublished_Is401()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);

        await AssertRefusedAsync(KeyServer.Sign(new RsaSecurityKey(rsa) { KeyId = "k1" }, Soon, Claims()), HttpStatusCode.Unauthorized);
        await AssertRefusedAsync(KeyServer.Sign(new RsaSecurityKey(rsa) { KeyId = "k9" }, Soon, Claims()), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Receive_WhenKeyIsNotEndorsedForTheChannel_Is403()
    {
        (await PostAsync(Token(), channelId: "line")).ShouldBe(HttpStatusCode.Forbidden);
        _host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Fact]
    public async Task Receive_WhenKeyHasNoEndorsements_Is403UnlessTheyAreNotRequired()
    {
        var bare = _login.AddKey("bare", null);
        (await PostAsync(KeyServer.Sign(bare, Soon, Claims()))).ShouldBe(HttpStatusCode.Forbidden);

        await using var lenient = await StartAsync(("BotFramework:RequireEndorsements", "false"));
        (await PostAsync(KeyServer.Sign(bare, Soon, Claims()), lenient)).ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData(null, Service)]
    [InlineData("https://smba.trafficmanager.net/de/", Service)]
    [InlineData(Service, "https://smba.trafficmanager.net/de/")]
    [InlineData(Service, null)]
    [InlineData("", "")]
    public async Task Receive_WhenServiceUrlIsMissingOrForeign_Is403(string? claim, string? serviceUrl)
    {
        (await PostAsync(Token(("serviceurl", claim)), serviceUrl: serviceUrl)).ShouldBe(HttpStatusCode.Forbidden);
        _host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("http://smba.trafficmanager.net/")]
    public async Task Receive_WhenServiceHostIsNotAllowed_Is403EvenWithARightToken(string serviceUrl) =>
        (await PostAsync(Token(("serviceurl", serviceUrl)), serviceUrl: serviceUrl)).ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Receive_WhenTokenIsASkillCallers_IsRefusedUnlessItIsListed()
    {
        var token = KeyServer.Sign(_key, Soon, new() { ["iss"] = BotIssuer, ["aud"] = AppId, ["appid"] = "caller-app", ["ver"] = "1.0" });
        await AssertRefusedAsync(token, HttpStatusCode.Forbidden);
        _login.KeyRequests.ShouldBe(0);

        await using var listed = await StartAsync(("BotFramework:AllowedCallers:0", "caller-app"));
        (await PostAsync(token, listed)).ShouldBe(HttpStatusCode.Accepted);
        await using var other = await StartAsync(("BotFramework:AllowedCallers:0", "another-app"));
        (await PostAsync(token, other)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Receive_WhenTokenIsTheEmulators_IsRefusedUnlessConfigured()
    {
        var token = KeyServer.Sign(_key, Soon, new() { ["iss"] = BotIssuer, ["aud"] = AppId, ["azp"] = AppId, ["ver"] = "2.0" });
        await AssertRefusedAsync(token, HttpStatusCode.Forbidden);

        await using var open = await StartAsync(("BotFramework:AllowEmulator", "true"));
        (await PostAsync(token, open)).ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Receive_WhenKeysAreRolledOver_FetchesThemOnceMoreButNotForEveryUnknownKey()
    {
        (await PostAsync(Token())).ShouldBe(HttpStatusCode.Accepted);
        _login.KeyRequests.ShouldBe(1);
        var next = _login.AddKey("k2", "msteams");

        (await PostAsync(KeyServer.Sign(next, Soon, Claims()), text: "早了")).ShouldBe(HttpStatusCode.Unauthorized);
        _login.KeyRequests.ShouldBe(1);

        _host.Time.Advance(TimeSpan.FromMinutes(6));
        (await PostAsync(KeyServer.Sign(next, Soon, Claims()))).ShouldBe(HttpStatusCode.Accepted);
        _login.KeyRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Receive_WhenKeysCannotBeRenewed_KnownOnesGoOnCounting()
    {
        (await PostAsync(Token())).ShouldBe(HttpStatusCode.Accepted);
        _login.Down = true;
        _host.Time.Advance(TimeSpan.FromHours(25));

        (await PostAsync(Token())).ShouldBe(HttpStatusCode.Accepted);
        _login.KeyRequests.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Receive_WhenKeysWereNeverFetched_Is503()
    {
        _login.Down = true;

        (await PostAsync(Token())).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private DateTimeOffset Soon => _host.Time.GetUtcNow().AddMinutes(30);

    private static Dictionary<string, object> Claims(params (string Name, string? Value)[] changes)
    {
        var claims = new Dictionary<string, object> { ["iss"] = KeyServer.Issuer, ["aud"] = AppId, ["serviceurl"] = Service };
        foreach (var (name, value) in changes)
        {
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        }

        return claims;
    }

    private string Token(params (string Name, string? Value)[] changes) => KeyServer.Sign(_key, Soon, Claims(changes));

    private async Task<TestHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["BotFramework:AppId"] = AppId,
            ["BotFramework:MetadataAddress"] = $"{_login.Address}/.well-known/openidconfiguration",
            ["BotFramework:BotMetadataAddress"] = $"{_login.Address}/.well-known/openidconfiguration",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return await TestHost.StartAsync(all, callerAddress: "203.0.113.7");
    }

    private async Task AssertRefusedAsync(string? token, HttpStatusCode status)
    {
        (await PostAsync(token)).ShouldBe(status);
        _host.Gateway.Inbound.ShouldBeEmpty();
    }

    private async Task<HttpStatusCode> PostAsync(
        string? token, TestHost? host = null, string? serviceUrl = Service, string channelId = "msteams", string text = "在吗")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = Activities.Message(text, serviceUrl, channelId) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await (host ?? _host).Client.SendAsync(request);
        return response.StatusCode;
    }
}
