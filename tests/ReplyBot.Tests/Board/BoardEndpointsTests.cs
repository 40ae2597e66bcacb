using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Board;

public class BoardEndpointsTests
{
    [Fact]
    public async Task Read_TellsWhoWaitsWhoWorksAndHowTheDayGoes()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        console.Clock.Advance(TimeSpan.FromMinutes(1));
        await console.BuyerWaitsAsync("c2", "能送人吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var accepted = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation");
        await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch = accepted.GetProperty("epoch").GetInt64(), text = "可以刻字的，下单时写在备注里就行。", clientId = "m1" });
        var supervisor = await console.SignInAsync("boss", Roles.Supervisor);

        var board = (await supervisor.GetAsync("/api/board")).Body;

        board.GetProperty("waiting").EnumerateArray().Select(row => row.GetProperty("id").GetString()).ShouldBe(["c2"]);
        (board.GetProperty("promises").GetProperty("open").GetInt32(), board.GetProperty("promises").GetProperty("overdue").GetInt32()).ShouldBe((1, 0));
        var row = board.GetProperty("agents").EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("displayName").GetString(), row.GetProperty("presence").GetString(), row.GetProperty("buyers").GetInt32(), row.GetProperty("replies").GetInt32())
            .ShouldBe(("客服xiaoli", "offline", 1, 1));
        var today = board.GetProperty("today");
        (today.GetProperty("buyers").GetInt32(), today.GetProperty("handoffs").GetInt32()).ShouldBe((2, 2));
        today.GetProperty("humanReplyRate").GetDouble().ShouldBe(0.5);
        today.GetProperty("humanResponse").GetProperty("medianSeconds").GetDouble().ShouldBe(60);
        board.GetProperty("channels").EnumerateArray().ShouldHaveSingleItem().GetProperty("channel").GetString().ShouldBe("web");
    }

    [Fact]
    public async Task Read_CountsFromMidnightOfTheShop()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", "在吗");
        console.Clock.Advance(TimeSpan.FromDays(1));
        var supervisor = await console.SignInAsync("boss", Roles.Supervisor);
        (await supervisor.GetAsync("/api/board")).Body.GetProperty("today").GetProperty("buyers").GetInt32().ShouldBe(0);
        (await supervisor.GetAsync("/api/board")).Body.GetProperty("today").GetProperty("replyRate").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
