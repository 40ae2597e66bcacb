using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Tests.Desk;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.Accounts.SingleSignOn;

public class ProviderEndpointsTests
{
    private const string Begin = "/api/account/provider";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task SignIn_AtTheProvider_OpensTheAccountOfThatNameAndLinksIt()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var host = await HostAsync(provider);
        var known = await host.SignInAsync("xiaoli", Roles.Agent);
        var id = (await known.GetAsync("/api/account/me")).Body.GetProperty("id").GetString()!;
        var browser = await host.VisitAsync();
        (await browser.GetAsync("/api/account/me")).Body.GetProperty("provider").GetProperty("address").GetString().ShouldBe(Begin);

        (await SignInAsync(browser)).ShouldBe("/console/");

        (await browser.GetAsync("/api/account/me")).Body.GetProperty("id").GetString().ShouldBe(id);
        (await browser.GetAsync("/api/desk/promises")).Status.ShouldBe(200);
        var noted = await host.Services.GetRequiredService<AuditLog>().ReadAsync(long.MaxValue, 2, None);
        noted.Select(entry => (entry.Actor, entry.Action)).ShouldBe([(id, AuditActions.SignedIn), (id, AuditActions.AccountLinked)]);

        // From now on the provider's own id counts: a name that changes hands there opens nothing here, one that is changed shuts nothing out.
        provider.Claims["sub"] = "u-2";
        (await SignInAsync(await host.VisitAsync())).ShouldBe("/console/?sign-in=unknown");
        provider.Claims["sub"] = "u-1";
        provider.Claims["preferred_username"] = "renamed";
        (await SignInAsync(await host.VisitAsync())).ShouldBe("/console/");
    }

    [Fact]
    public async Task SignIn_OfSomebodyUnknown_OpensNothing()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var host = await HostAsync(provider);
        var browser = await host.VisitAsync();
        (await SignInAsync(browser)).ShouldBe("/console/?sign-in=unknown");
        (await browser.GetAsync("/api/account/me")).Body.GetProperty("signedIn").GetBoolean().ShouldBeFalse();
        (await host.Services.GetRequiredService<AccountStore>().ListAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SignIn_WhereTheProviderDecidesAboutRoles_MakesTheAccountAndFollowsThem()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var host = await HostAsync(provider, "OpenIdConnect:RoleClaim=groups", "OpenIdConnect:Roles:desk-people=agent");
        await host.SignInAsync("boss", Roles.Supervisor);
        provider.Claims["groups"] = new[] { "desk-people", "canteen" };
        var browser = await host.VisitAsync();

        (await SignInAsync(browser)).ShouldBe("/console/");
        (await RolesAsync(browser)).ShouldBe([Roles.Agent]);
        (await browser.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = "" })).Status.ShouldBe(400);

        provider.Claims["groups"] = new[] { "desk-people", "editor" };
        (await SignInAsync(await host.VisitAsync())).ShouldBe("/console/");
        (await RolesAsync(browser)).ShouldBe([Roles.Agent, Roles.Editor]);

        provider.Claims["groups"] = new[] { "canteen" };
        (await SignInAsync(await host.VisitAsync())).ShouldBe("/console/?sign-in=unknown");
    }

    [Fact]
    public async Task SignIn_OfADisabledAccount_OpensNothing()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var host = await HostAsync(provider);
        await host.SignInAsync("boss", Roles.Supervisor);
        var agent = await host.SignInAsync("xiaoli", Roles.Agent);
        var accounts = host.Services.GetRequiredService<AccountStore>();
        await accounts.DisableAsync((await accounts.FindByNameAsync("xiaoli", None))!.Id, None);
        (await SignInAsync(await host.VisitAsync())).ShouldBe("/console/?sign-in=unknown");
        (await agent.GetAsync("/api/desk/promises")).Status.ShouldBe(401);
    }

    public static TheoryData<string> Forgeries => ["key", "issuer", "audience", "expired", "nonce", "unsigned"];

    [Theory, MemberData(nameof(Forgeries))]
    public async Task SignIn_WithATokenThatDoesNotHold_IsRefused(string forgery)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var host = await HostAsync(provider);
        await host.SignInAsync("xiaoli", Roles.Agent);
        provider.Forge = token => Apply(forgery, token);
        (await SignInAsync(await host.VisitAsync())).ShouldBe("/console/?sign-in=refused");
        provider.Redeemed.ShouldBe(1);
    }

    [Fact]
    public async Task Callback_WithoutTheBrowsersOwnState_RedeemsNothing()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var host = await HostAsync(provider);
        await host.SignInAsync("xiaoli", Roles.Agent);
        var attacker = await host.VisitAsync();
        var callback = await AtProviderAsync((await attacker.GetAsync(Begin)).Response.Headers.Location!);

        // Somebody else's browser is sent to the attacker's callback.
        var victim = await host.VisitAsync();
        (await LocationAsync(victim, callback.PathAndQuery)).ShouldBe("/console/?sign-in=expired");
        await victim.GetAsync(Begin);
        (await LocationAsync(victim, callback.PathAndQuery)).ShouldBe("/console/?sign-in=expired");
        provider.Redeemed.ShouldBe(0);
        (await LocationAsync(attacker, callback.PathAndQuery)).ShouldBe("/console/");
        (await LocationAsync(attacker, callback.PathAndQuery)).ShouldBe("/console/?sign-in=expired");
    }

    [Fact]
    public async Task Begin_WhenTheProviderCannotBeReached_SaysSo()
    {
        await using var host = await RunningHost.StartAsync("OpenIdConnect:Authority=http://127.0.0.1:9", $"OpenIdConnect:ClientId={TestProvider.ClientId}");
        (await LocationAsync(await host.VisitAsync(), Begin)).ShouldBe("/console/?sign-in=unreachable");
    }

    [Theory]
    [InlineData("OpenIdConnect:Authority=http://login.example.org", "OpenIdConnect:ClientId=x")]
    [InlineData("OpenIdConnect:Authority=https://login.example.org", "OpenIdConnect:ClientId=")]
    [InlineData("OpenIdConnect:Authority=https://login.example.org", "OpenIdConnect:ClientId=x", "OpenIdConnect:Roles:a=owner")]
    public async Task Start_WithSettingsThatCannotBeMeant_Fails(params string[] settings) =>
        await Should.ThrowAsync<InvalidOperationException>(() => RunningHost.StartAsync(settings));

    [Fact]
    public async Task Begin_WithoutAProvider_IsNotThere()
    {
        await using var host = await RunningHost.StartAsync();
        (await (await host.VisitAsync()).GetAsync(Begin)).Status.ShouldBe(404);
    }

    private static Task<RunningHost> HostAsync(TestProvider provider, params string[] settings) => RunningHost.StartAsync(
        [$"OpenIdConnect:Authority={provider.Address}", $"OpenIdConnect:ClientId={TestProvider.ClientId}", $"OpenIdConnect:ClientSecret={TestProvider.Secret}", .. settings]);

    /// <summary>Goes through it as a browser does.</summary>
    /// <returns>Where the browser ends up.</returns>
    private static async Task<string> SignInAsync(ConsoleClient browser)
    {
        var begun = await browser.GetAsync(Begin);
        begun.Status.ShouldBe(302);
        var answer = await LocationAsync(browser, (await AtProviderAsync(begun.Response.Headers.Location!)).PathAndQuery);
        await browser.GetAsync("/api/account/me");
        return answer;
    }

    private static async Task<Uri> AtProviderAsync(Uri authorize)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(authorize);
        return answer.Headers.Location!;
    }

    private static async Task<string> LocationAsync(ConsoleClient browser, string path) =>
        (await browser.GetAsync(path)).Response.Headers.Location!.OriginalString;

    private static async Task<IEnumerable<string?>> RolesAsync(ConsoleClient browser) =>
        (await browser.GetAsync("/api/account/me")).Body.GetProperty("roles").EnumerateArray().Select(role => role.GetString());

    private static void Apply(string forgery, SecurityTokenDescriptor token)
    {
        switch (forgery)
        {
            case "key":
                token.SigningCredentials = TestProvider.ForeignKey();
                break;
            case "issuer":
                token.Issuer = "https://login.example.org";
                break;
            case "audience":
                token.Audience = "another-program";
                break;
            case "expired":
                token.Expires = DateTime.UtcNow.AddMinutes(-10);
                break;
            case "nonce":
                token.Claims["nonce"] = "of-another-sign-in";
                break;
            case "unsigned":
                token.SigningCredentials = null;
                break;
        }
    }
}
