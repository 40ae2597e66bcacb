using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Tests.Desk;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.Audit;

public class AuditLogTests
{
    private static readonly string[] OnlyAgent = [Roles.Agent];

    [Fact]
    public async Task Log_WhenPeopleSignInAndAccountsChange_SaysWhoDidWhat()
    {
        await using var host = await RunningHost.StartAsync();
        var boss = await host.SignInAsync("boss", Roles.Supervisor);
        (await boss.PostAsync("/api/account/sign-in", new { name = "nobody", password = "wrong horse" })).Status.ShouldBe(401);
        (await boss.PostAsync("/api/account/sign-in", new { name = " Boss ", password = "wrong horse" })).Status.ShouldBe(401);
        var made = await boss.PostAsync("/api/accounts", new { name = "lily", displayName = "小栗", roles = OnlyAgent, password = "chestnut-7" });
        var id = made.Body.GetProperty("id").GetString()!;
        (await boss.PostAsync($"/api/accounts/{id}/disable")).Status.ShouldBe(204);

        var entries = await ReadAsync(boss);
        entries.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(
            [AuditActions.AccountDisabled, AuditActions.AccountMade, AuditActions.SignInFailed, AuditActions.SignInFailed, AuditActions.SignedIn]);
        entries[0].GetProperty("subject").GetString().ShouldBe(id);
        entries[1].GetProperty("detail").GetString().ShouldBe("agent");
        entries[2].GetProperty("actor").GetString().ShouldBe("boss");
        entries[3].GetProperty("actor").GetString().ShouldBe("n***");
        entries.Select(entry => entry.GetRawText()).ShouldNotContain(entry => entry.Contains("wrong horse") || entry.Contains("chestnut-7"));
    }

    [Fact]
    public async Task Unmask_ByTheAgentWhoHoldsTheConversation_ShowsAndIsNoted()
    {
        await using var host = await RunningHost.StartAsync();
        var buyer = await host.OpenBuyerAsync();
        using (var said = await buyer.SayAsync("找人"))
            said.EnsureSuccessStatusCode();
        await host.TurnsEndAsync();
        var agent = await host.SignInAsync("agent", Roles.Agent);
        var other = await host.SignInAsync("other", Roles.Agent);
        var boss = await host.SignInAsync("boss", Roles.Supervisor);
        (await agent.PostAsync($"/api/desk/conversations/{buyer.ConversationId}/accept")).Status.ShouldBe(200);

        (await other.PostAsync($"/api/privacy/conversations/{buyer.ConversationId}/unmask")).Status.ShouldBe(403);
        (await agent.PostAsync($"/api/privacy/conversations/{buyer.ConversationId}/unmask")).Status.ShouldBe(200);

        var noted = (await ReadAsync(boss)).Where(entry => entry.GetProperty("action").GetString() == AuditActions.Unmasked).ToList();
        noted.ShouldHaveSingleItem().GetProperty("subject").GetString().ShouldBe(buyer.ConversationId);
    }

    [Fact]
    public async Task Transcript_IsShownInFullToWhoHoldsItOnly_AndThatIsNotedOnce()
    {
        const string Told = "我的电话13912345678，帮我看看";
        await using var host = await RunningHost.StartAsync();
        var buyer = await host.OpenBuyerAsync();
        using (var said = await buyer.SayAsync(Told))
            said.EnsureSuccessStatusCode();
        await host.TurnsEndAsync();
        var agent = await host.SignInAsync("agent", Roles.Agent);
        var other = await host.SignInAsync("other", Roles.Agent);
        var boss = await host.SignInAsync("boss", Roles.Supervisor);
        var address = $"/api/desk/conversations/{buyer.ConversationId}";
        async Task<string?> ReadByAsync(ConsoleClient who) => (await who.GetAsync(address)).Body.GetProperty("messages")[0].GetProperty("text").GetString();

        (await ReadByAsync(agent)).ShouldBe("我的电话****78，帮我看看");
        (await agent.PostAsync(address + "/accept")).Status.ShouldBe(200);
        (await ReadByAsync(agent)).ShouldBe(Told);
        (await agent.GetAsync(address + "/messages")).Body.GetProperty("messages")[0].GetProperty("text").GetString().ShouldBe(Told);
        foreach (var looksOn in new[] { other, boss })
        {
            (await ReadByAsync(looksOn)).ShouldBe("我的电话****78，帮我看看");
            (await looksOn.GetAsync(address + "/messages")).Body.GetRawText().ShouldNotContain("13912345678");
        }

        var noted = (await ReadAsync(boss)).Where(entry => entry.GetProperty("action").GetString() == AuditActions.Unmasked).ToList();
        noted.ShouldHaveSingleItem().GetProperty("subject").GetString().ShouldBe(buyer.ConversationId);
    }

    [Fact]
    public async Task Read_WhenThereAreMany_PagesBackwards()
    {
        await using var host = await RunningHost.StartAsync();
        var log = host.Services.GetRequiredService<AuditLog>();
        for (var i = 0; i < 5; i++)
            await log.WriteAsync("actor", "action", $"{i}", "", CancellationToken.None);
        var newest = await log.ReadAsync(long.MaxValue, 2, CancellationToken.None);
        newest.Select(entry => entry.Subject).ShouldBe(["4", "3"]);
        (await log.ReadAsync(newest[^1].Id, 2, CancellationToken.None)).Select(entry => entry.Subject).ShouldBe(["2", "1"]);
    }

    private static async Task<List<JsonElement>> ReadAsync(ConsoleClient boss) =>
        [.. (await boss.GetAsync("/api/audit")).Body.GetProperty("items").EnumerateArray()];
}
