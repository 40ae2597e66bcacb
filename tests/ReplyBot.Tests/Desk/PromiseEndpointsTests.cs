using ReplyBot.Accounts;

namespace ReplyBot.Tests.Desk;

public class PromiseEndpointsTests
{
    [Fact]
    public async Task List_ShowsTheOldestFirstWithItsBuyer()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c2", "能送人吗");
        console.Clock.Advance(TimeSpan.FromMinutes(1));
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("boss", Roles.Supervisor);

        var items = (await agent.GetAsync("/api/desk/promises")).Body.GetProperty("items");

        items.EnumerateArray().Select(item => item.GetProperty("conversationId").GetString()).ShouldBe(["c2", "c1"]);
        items[0].GetProperty("madeBy").GetString().ShouldBe("bot");
        items[0].GetProperty("buyer").GetProperty("id").GetString().ShouldBe("dl_c2");
        items[0].GetProperty("deadline").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow() + TimeSpan.FromMinutes(9));
    }
}
