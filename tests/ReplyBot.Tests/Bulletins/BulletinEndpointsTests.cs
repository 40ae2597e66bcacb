using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Desk.Live;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Bulletins;

public class BulletinEndpointsTests
{
    private static readonly object Note = new { channel = "taobao", title = "不得引导加微信", text = "聊天里不能出现微信号。", effectiveOn = "2026-07-01" };

    [Fact]
    public async Task Presence_WhileABulletinIsUnread_CannotBeOnline()
    {
        await using var console = await TestConsole.StartAsync();
        var supervisor = await console.SignInAsync("zhou", Roles.Supervisor);
        var agent = await console.SignInAsync("agent", Roles.Agent);
        var written = await supervisor.PostAsync("/api/bulletins", Note);
        written.Status.ShouldBe(201);

        (await agent.PostAsync("/api/desk/presence", new { online = true })).Status.ShouldBe(409);
        (await agent.PostAsync("/api/desk/presence", new { online = false })).Status.ShouldBe(200);
        var unread = (await agent.GetAsync("/api/bulletins/unread")).Body.GetProperty("items");
        unread[0].GetProperty("title").GetString().ShouldBe("不得引导加微信");
        unread[0].GetProperty("effectiveOn").GetString().ShouldBe("2026-07-01");
        (await agent.PostAsync($"/api/bulletins/{unread[0].GetProperty("id").GetInt64()}/read")).Status.ShouldBe(204);

        (await agent.PostAsync("/api/desk/presence", new { online = true })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Connecting_WithAnUnreadBulletin_LeavesTheAgentOffline()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var agent = await console.SignInAsync("agent", Roles.Agent);
        await editor.PostAsync("/api/bulletins", Note);
        var presence = console.Services.GetRequiredService<PresenceStore>();
        var id = (await agent.GetAsync("/api/account/me")).Body.GetProperty("id").GetString()!;

        await using var page = await HubClient.ConnectAsync(agent);
        (await presence.FindAsync(id, CancellationToken.None)).At(console.Clock.GetUtcNow()).ShouldNotBe(Presence.Online);

        await agent.PostAsync("/api/bulletins/1/read");
        await agent.PostAsync("/api/desk/presence", new { online = true });
        (await presence.FindAsync(id, CancellationToken.None)).At(console.Clock.GetUtcNow()).ShouldBe(Presence.Online);
    }

    [Fact]
    public async Task List_ShowsWhoHasReadItToThoseWhoWatch()
    {
        await using var console = await TestConsole.StartAsync();
        var supervisor = await console.SignInAsync("zhou", Roles.Supervisor);
        var agent = await console.SignInAsync("agent", Roles.Agent);
        await console.SignInAsync("other", Roles.Agent);
        await supervisor.PostAsync("/api/bulletins", Note);
        await agent.PostAsync("/api/bulletins/1/read");

        var item = (await supervisor.GetAsync("/api/bulletins")).Body.GetProperty("items")[0];
        var seen = (await agent.GetAsync("/api/bulletins")).Body.GetProperty("items")[0];

        item.GetProperty("readers").EnumerateArray().ToDictionary(
            reader => reader.GetProperty("displayName").GetString()!, reader => reader.GetProperty("readAt").ValueKind != System.Text.Json.JsonValueKind.Null)
            .ShouldBe(new Dictionary<string, bool> { ["客服other"] = false, ["客服zhou"] = true, ["客服agent"] = true }, ignoreOrder: true);
        seen.GetProperty("readers").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        seen.GetProperty("readAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
    }

    [Fact]
    public async Task Write_WithMistakes_NamesThemAndWritesNothing()
    {
        await using var console = await TestConsole.StartAsync();
        var supervisor = await console.SignInAsync("zhou", Roles.Supervisor);

        var answer = await supervisor.PostAsync("/api/bulletins", new { channel = "ebay", title = " ", text = new string('字', 5000), effectiveOn = "明天" });

        foreach (var field in new[] { "channel", "title", "text", "effectiveOn" })
            answer.Blames(field).ShouldBeTrue(field);
        (await supervisor.GetAsync("/api/bulletins")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Write_ByAnAgent_Is403()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("agent", Roles.Agent);
        (await agent.PostAsync("/api/bulletins", Note)).Status.ShouldBe(403);
        (await agent.PostAsync("/api/bulletins/1/withdraw")).Status.ShouldBe(403);
        (await agent.PostAsync("/api/bulletins/1/read")).Status.ShouldBe(404);
    }
}
