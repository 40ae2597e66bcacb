using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Accounts;

public class SessionListEndpointsTests
{
    private const string Own = "/api/account/sessions";
    private const string All = "/api/accounts/sessions";
    private static readonly string[] OnlyAgent = [Roles.Agent];
    private static readonly string[] OnlyEditor = [Roles.Editor];
    private static readonly string[] Unknown = ["owner"];
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task List_SaysWhereOneIsSignedIn_AndNothingOfOthers()
    {
        await using var console = await TestConsole.StartAsync();
        var here = await console.SignInAsync("xiaoli", Roles.Agent);
        await console.SignInAsync("other", Roles.Agent);
        console.Clock.Advance(TimeSpan.FromMinutes(5));
        await SignInAgainAsync(console, "xiaoli");

        var sessions = await ItemsAsync(here, Own);

        sessions.Count.ShouldBe(2);
        sessions.Count(session => session.GetProperty("current").GetBoolean()).ShouldBe(1);
        var current = sessions.Single(session => session.GetProperty("current").GetBoolean());
        current.GetProperty("begunAt").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow() - TimeSpan.FromMinutes(5));
        current.GetProperty("seenAt").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow());
        current.GetProperty("address").GetString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task End_OfAnotherBrowser_HoldsAtOnceForRequestsAndForTheOpenHub()
    {
        await using var console = await TestConsole.StartAsync();
        var here = await console.SignInAsync("xiaoli", Roles.Agent);
        var elsewhere = await SignInAgainAsync(console, "xiaoli");
        await using var hub = await HubClient.ConnectAsync(elsewhere);

        (await here.PostAsync($"{Own}/{await IdOfAsync(elsewhere)}/end")).Status.ShouldBe(204);

        await hub.UntilClosedAsync();
        (await elsewhere.GetAsync("/api/desk/promises")).Status.ShouldBe(401);
        (await here.GetAsync("/api/desk/promises")).Status.ShouldBe(200);
        (await ItemsAsync(here, Own)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task End_OfSomebodyElse_IsForSupervisorsAndNoted()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var other = await console.SignInAsync("other", Roles.Agent);
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var id = await IdOfAsync(agent);

        (await other.PostAsync($"{Own}/{id}/end")).Status.ShouldBe(404);
        (await other.PostAsync($"{All}/{id}/end")).Status.ShouldBe(403);
        (await agent.GetAsync(Own)).Status.ShouldBe(200);
        (await ItemsAsync(boss, All)).Select(session => session.GetProperty("displayName").GetString()).ShouldBe(["客服xiaoli", "客服other", "客服boss"], ignoreOrder: true);
        (await boss.PostAsync($"{All}/{id}/end")).Status.ShouldBe(204);
        (await boss.PostAsync($"{All}/{id}/end")).Status.ShouldBe(404);

        (await agent.GetAsync(Own)).Status.ShouldBe(401);
        var noted = (await console.Services.GetRequiredService<AuditLog>().ReadAsync(long.MaxValue, 1, None)).ShouldHaveSingleItem();
        noted.Action.ShouldBe(AuditActions.SessionEnded);
        noted.Subject.ShouldBe((await console.Services.GetRequiredService<AccountStore>().FindByNameAsync("xiaoli", None))!.Id);
    }

    [Fact]
    public async Task SignOut_EndsTheSession_SoThatItsCookieOpensNothing()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var kept = agent.Cookies.GetCookieHeader(console.Address);
        (await agent.PostAsync("/api/account/sign-out")).Status.ShouldBe(204);

        using var thief = new HttpClient { BaseAddress = console.Address };
        thief.DefaultRequestHeaders.Add("Cookie", kept);
        ((int)(await thief.GetAsync("/api/desk/promises")).StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task Roles_WhenChanged_HoldFromTheNextRequestOnAndCutTheHub()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        await using var hub = await HubClient.ConnectAsync(agent);
        var accounts = console.Services.GetRequiredService<AccountStore>();
        var id = (await accounts.FindByNameAsync("xiaoli", None))!.Id;

        (await boss.PostAsync($"/api/accounts/{id}/roles", new { roles = OnlyEditor })).Status.ShouldBe(204);

        await hub.UntilClosedAsync();
        (await agent.GetAsync("/api/desk/promises")).Status.ShouldBe(403);
        (await agent.GetAsync(Own)).Status.ShouldBe(200);
        var noted = (await console.Services.GetRequiredService<AuditLog>().ReadAsync(long.MaxValue, 1, None)).ShouldHaveSingleItem();
        (noted.Action, noted.Subject, noted.Detail).ShouldBe((AuditActions.RolesChanged, id, Roles.Editor));
    }

    [Fact]
    public async Task Roles_OfTheLastSupervisor_StayTheirs()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var id = (await boss.GetAsync("/api/account/me")).Body.GetProperty("id").GetString();
        (await boss.PostAsync($"/api/accounts/{id}/roles", new { roles = OnlyAgent })).Status.ShouldBe(409);
        (await boss.PostAsync($"/api/accounts/{id}/roles", new { roles = Roles.All })).Status.ShouldBe(204);
        (await boss.PostAsync($"/api/accounts/{id}/roles", new { roles = Unknown })).Blames("roles").ShouldBeTrue();
        (await boss.PostAsync("/api/accounts/nobody/roles", new { roles = OnlyAgent })).Status.ShouldBe(404);
    }

    private static async Task<ConsoleClient> SignInAgainAsync(TestConsole console, string name)
    {
        var browser = await console.VisitAsync();
        (await browser.PostAsync("/api/account/sign-in", new { name, password = TestConsole.Password })).Status.ShouldBe(200);
        return browser;
    }

    private static async Task<string> IdOfAsync(ConsoleClient browser) =>
        (await ItemsAsync(browser, Own)).Single(session => session.GetProperty("current").GetBoolean()).GetProperty("id").GetString()!;

    private static async Task<List<JsonElement>> ItemsAsync(ConsoleClient browser, string path) =>
        [.. (await browser.GetAsync(path)).Body.GetProperty("items").EnumerateArray()];
}
