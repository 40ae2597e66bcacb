using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Accounts;

public class SessionEndpointsTests
{
    [Fact]
    public async Task Me_WhenNobodyIsSignedIn_SaysSoAndHandsTheToken()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.VisitAsync();
        var me = await browser.GetAsync("/api/account/me");
        me.Body.GetProperty("signedIn").GetBoolean().ShouldBeFalse();
        browser.Cookies.GetCookies(console.Address)["XSRF-TOKEN"]!.HttpOnly.ShouldBeFalse();
    }

    [Fact]
    public async Task First_WithTheLinksToken_MakesAnAccountWithAllRolesAndSignsIn()
    {
        await using var console = await TestConsole.StartAsync();
        var token = await console.Services.GetRequiredService<Invitations>().FirstAccountTokenAsync();
        var browser = await console.VisitAsync();

        var made = await browser.PostAsync("/api/account/first", new { token, name = "Boss", displayName = "店长", password = TestConsole.Password });

        made.Status.ShouldBe(200);
        made.Body.GetProperty("signedIn").GetBoolean().ShouldBeTrue();
        made.Body.GetProperty("name").GetString().ShouldBe("boss");
        made.Body.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["agent", "editor", "supervisor"]);
        (await browser.GetAsync("/api/accounts")).Status.ShouldBe(200);
        (await browser.PostAsync("/api/account/first", new { token, name = "other", displayName = "店长", password = TestConsole.Password })).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Link_IsOpenUntilItWasUsed()
    {
        await using var console = await TestConsole.StartAsync();
        var token = await console.Services.GetRequiredService<Invitations>().FirstAccountTokenAsync();
        var browser = await console.VisitAsync();
        async Task<bool> IsOpenAsync(string? asked) => (await browser.PostAsync("/api/account/first/link", new { token = asked })).Body.GetProperty("open").GetBoolean();

        (await IsOpenAsync(token)).ShouldBeTrue();
        (await IsOpenAsync("guess")).ShouldBeFalse();
        (await IsOpenAsync(null)).ShouldBeFalse();
        (await browser.PostAsync("/api/account/first", new { token, name = "boss", displayName = "店长", password = TestConsole.Password })).Status.ShouldBe(200);
        (await IsOpenAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task First_WhenTheLinkIsUsedSeveralTimesAtOnce_MakesOneAccountAndTellsTheOthersThatItIsUsed()
    {
        await using var console = await TestConsole.StartAsync();
        var token = await console.Services.GetRequiredService<Invitations>().FirstAccountTokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            var browser = await console.VisitAsync();
            return await browser.PostAsync("/api/account/first", new { token, name = $"boss{number}", displayName = "店长", password = TestConsole.Password });
        }));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 403, 403, 403]);
        foreach (var refused in answers.Where(answer => answer.Status == 403))
            refused.Body.GetProperty("title").GetString().ShouldBe("链接无效、已用过或已过期");
    }

    [Fact]
    public async Task First_WithAWrongToken_IsForbidden()
    {
        await using var console = await TestConsole.StartAsync();
        await console.Services.GetRequiredService<Invitations>().FirstAccountTokenAsync();
        var browser = await console.VisitAsync();
        var refused = await browser.PostAsync("/api/account/first", new { token = "guess", name = "boss", displayName = "店长", password = TestConsole.Password });
        refused.Status.ShouldBe(403);
        refused.Body.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task First_WithAShortPassword_NamesTheFieldAndKeepsTheToken()
    {
        await using var console = await TestConsole.StartAsync();
        var token = await console.Services.GetRequiredService<Invitations>().FirstAccountTokenAsync();
        var browser = await console.VisitAsync();
        (await browser.PostAsync("/api/account/first", new { token, name = "boss", displayName = "店长", password = "short" })).Blames("password").ShouldBeTrue();
        (await browser.PostAsync("/api/account/first", new { token, name = "boss", displayName = "店长", password = TestConsole.Password })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task SignIn_WithTheRightPassword_SetsAStrictHttpOnlyCookie()
    {
        await using var console = await TestConsole.StartAsync();
        await console.AddAccountAsync("xiaoli", Roles.Agent);
        var browser = await console.VisitAsync();

        var answer = await browser.PostAsync("/api/account/sign-in", new { name = " XiaoLi ", password = TestConsole.Password });

        answer.Status.ShouldBe(200);
        answer.Body.GetProperty("displayName").GetString().ShouldBe("客服xiaoli");
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("replybot-desk=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        (await browser.GetAsync("/api/account/me")).Body.GetProperty("signedIn").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("xiaoli", "wrong password")]
    [InlineData("nobody", TestConsole.Password)]
    public async Task SignIn_WithAWrongPair_IsUnauthorizedWithoutSayingWhich(string name, string password)
    {
        await using var console = await TestConsole.StartAsync();
        await console.AddAccountAsync("xiaoli", Roles.Agent);
        var browser = await console.VisitAsync();
        var answer = await browser.PostAsync("/api/account/sign-in", new { name, password });
        answer.Status.ShouldBe(401);
        answer.Body.GetProperty("title").GetString().ShouldBe("用户名或密码不对");
    }

    [Fact]
    public async Task SignIn_WhenSixthAttemptWithinFiveMinutes_Is429WithRetryAfter()
    {
        await using var console = await TestConsole.StartAsync();
        await console.AddAccountAsync("xiaoli", Roles.Agent);
        var browser = await console.VisitAsync();
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = "wrong password" })).Status.ShouldBe(401);

        var locked = await browser.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password });

        locked.Status.ShouldBe(429);
        locked.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(5));
        console.Clock.Advance(TimeSpan.FromMinutes(5));
        (await browser.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task SignOut_WhenSignedIn_EndsTheSession()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.SignInAsync("xiaoli", Roles.Agent);
        (await browser.PostAsync("/api/account/sign-out")).Status.ShouldBe(204);
        (await browser.GetAsync("/api/desk/promises")).Status.ShouldBe(401);
        (await browser.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Session_WhenTwelveHoursIdle_IsOver()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.SignInAsync("xiaoli", Roles.Agent);
        console.Clock.Advance(TimeSpan.FromHours(11));
        (await browser.GetAsync("/api/desk/promises")).Status.ShouldBe(200);
        console.Clock.Advance(TimeSpan.FromHours(11));
        (await browser.GetAsync("/api/desk/promises")).Status.ShouldBe(200);
        console.Clock.Advance(TimeSpan.FromHours(13));
        (await browser.GetAsync("/api/desk/promises")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Password_WhenChanged_EndsTheOtherSessionsOnly()
    {
        await using var console = await TestConsole.StartAsync();
        var here = await console.SignInAsync("xiaoli", Roles.Agent);
        var elsewhere = await console.VisitAsync();
        await elsewhere.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password });

        (await here.PostAsync("/api/account/password", new { current = TestConsole.Password, next = "another horse" })).Status.ShouldBe(204);

        (await here.GetAsync("/api/desk/promises")).Status.ShouldBe(200);
        (await elsewhere.GetAsync("/api/desk/promises")).Status.ShouldBe(401);
        var fresh = await console.VisitAsync();
        (await fresh.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password })).Status.ShouldBe(401);
        (await fresh.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = "another horse" })).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("wrong password", "another horse", "current")]
    [InlineData(TestConsole.Password, "short", "next")]
    public async Task Password_WhenUnfit_NamesTheField(string current, string next, string field)
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.SignInAsync("xiaoli", Roles.Agent);
        (await browser.PostAsync("/api/account/password", new { current, next })).Blames(field).ShouldBeTrue();
    }
}
