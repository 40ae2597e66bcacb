using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Accounts;

public class AccountAdministrationTests
{
    private static readonly string[] AgentOnly = [Roles.Agent];

    [Fact]
    public async Task Create_WhenValid_MakesAnAccountThatCanSignIn()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);

        var made = await boss.PostAsync("/api/accounts", new { name = "Dawei", displayName = "大伟", roles = AgentOnly, password = TestConsole.Password });

        made.Status.ShouldBe(201);
        var dawei = await console.VisitAsync();
        (await dawei.PostAsync("/api/account/sign-in", new { name = "dawei", password = TestConsole.Password })).Status.ShouldBe(200);
        var list = await boss.GetAsync("/api/accounts");
        list.Body.EnumerateArray().Select(row => row.GetProperty("name").GetString()).ShouldBe(["boss", "dawei"], ignoreOrder: true);
        list.Body.GetRawText().ShouldNotContain("assword");
    }

    [Fact]
    public async Task Create_WhenTheNameIsTaken_NamesTheField()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        (await boss.PostAsync("/api/accounts", new { name = "BOSS", displayName = "另一个", roles = AgentOnly, password = TestConsole.Password })).Blames("name").ShouldBeTrue();
    }

    [Fact]
    public async Task Create_WhenEverythingIsMissing_NamesEachField()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var refused = await boss.PostAsync("/api/accounts", new { });
        foreach (var field in new[] { "name", "displayName", "roles", "password" })
            refused.Blames(field).ShouldBeTrue(field);
    }

    [Fact]
    public async Task Disable_WhenSignedIn_EndsTheSessionAndEnableLetsInAgain()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var id = (await agent.GetAsync("/api/account/me")).Body.GetProperty("id").GetString();

        (await boss.PostAsync($"/api/accounts/{id}/disable")).Status.ShouldBe(204);
        (await agent.GetAsync("/api/desk/promises")).Status.ShouldBe(401);
        await agent.GetAsync("/api/account/me");
        (await agent.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password })).Status.ShouldBe(401);

        (await boss.PostAsync($"/api/accounts/{id}/enable")).Status.ShouldBe(204);
        (await agent.PostAsync("/api/account/sign-in", new { name = "xiaoli", password = TestConsole.Password })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Disable_WhenTheLastSupervisor_IsRefused()
    {
        await using var console = await TestConsole.StartAsync();
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var id = (await boss.GetAsync("/api/account/me")).Body.GetProperty("id").GetString();
        (await boss.PostAsync($"/api/accounts/{id}/disable")).Status.ShouldBe(409);
        (await boss.PostAsync("/api/accounts/nobody/disable")).Status.ShouldBe(404);
    }
}
