using System.Net.Http.Json;
using System.Text.Json;
using ReplyBot.Accounts;

namespace ReplyBot.Tests.Desk;

public class ShelfEndpointsTests
{
    [Fact]
    public async Task Shelf_KeepsFavouritesAndPutsTheLastUsedOnTop()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        foreach (var scriptId in new[] { "ship.time.standard", "return.how.standard" })
            (await agent.PostAsync("/api/desk/shelf/favourites", new { scriptId, favourite = true })).Status.ShouldBe(204);
        await agent.PostAsync("/api/desk/shelf/used", new { scriptId = "ship.time.standard" });
        console.Clock.Advance(TimeSpan.FromSeconds(1));
        await agent.PostAsync("/api/desk/shelf/used", new { scriptId = "return.how.standard" });

        var shelf = (await agent.GetAsync("/api/desk/shelf?channel=web")).Body;
        Ids(shelf, "favourites").ShouldBe(["return.how.standard", "ship.time.standard"]);
        Ids(shelf, "recent").ShouldBe(["return.how.standard", "ship.time.standard"]);
        await agent.PostAsync("/api/desk/shelf/favourites", new { scriptId = "return.how.standard", favourite = false });
        Ids((await agent.GetAsync("/api/desk/shelf?channel=web")).Body, "favourites").ShouldBe(["ship.time.standard"]);
        (await agent.PostAsync("/api/desk/shelf/favourites", new { scriptId = "no.such", favourite = true })).Blames("scriptId").ShouldBeTrue();
    }

    [Fact]
    public async Task Own_IsOnesOwnToChangeAndRemove()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var other = await console.SignInAsync("dawei", Roles.Agent);
        (await agent.PostAsync("/api/desk/shelf/own", new { title = "", text = "您好" })).Blames("title").ShouldBeTrue();
        var id = (await agent.PostAsync("/api/desk/shelf/own", new { title = "开场", text = "您好，我是小栗" })).Body.GetProperty("id").GetString();
        var path = $"/api/desk/shelf/own/{id}";
        JsonContent Change() => JsonContent.Create(new { title = "开场白", text = "您好，我是小栗，很高兴为您服务" });

        (await other.SendAsync(HttpMethod.Put, path, Change())).Status.ShouldBe(404);
        (await agent.SendAsync(HttpMethod.Put, path, Change())).Status.ShouldBe(200);
        (await agent.GetAsync("/api/desk/shelf")).Body.GetProperty("own")[0].GetProperty("title").GetString().ShouldBe("开场白");
        (await other.GetAsync("/api/desk/shelf")).Body.GetProperty("own").GetArrayLength().ShouldBe(0);
        (await other.SendAsync(HttpMethod.Delete, path, null)).Status.ShouldBe(404);
        (await agent.SendAsync(HttpMethod.Delete, path, null)).Status.ShouldBe(204);
        (await agent.GetAsync("/api/desk/shelf")).Body.GetProperty("own").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Groups_LeadToTheScriptsOfAnIntent()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var groups = (await agent.GetAsync("/api/desk/script-groups?channel=web")).Body.GetProperty("items");
        groups.EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()).ShouldBe(["in-sale", "after-sale"]);
        var intent = groups[0].GetProperty("intents")[0].GetProperty("id").GetString();
        Ids((await agent.GetAsync($"/api/desk/scripts?intent={intent}&channel=web")).Body, "items").ShouldBe(["ship.time.standard"]);
    }

    private static IEnumerable<string?> Ids(JsonElement body, string list) => body.GetProperty(list).EnumerateArray().Select(script => script.GetProperty("scriptId").GetString());
}
