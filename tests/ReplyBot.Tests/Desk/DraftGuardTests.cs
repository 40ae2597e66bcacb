using ReplyBot.Accounts;

namespace ReplyBot.Tests.Desk;

public class DraftGuardTests
{
    private const string Draft = "您的订单" + SampleBase.OrderNumber + "今天发出，请放心。";

    [Fact]
    public async Task Draft_NamingAnotherBuyersOrder_IsBlockedWithTheReason()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "我的单发了吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();

        var finding = (await agent.PostAsync("/api/desk/check", new { text = Draft, channel = "web", conversationId = "c1" })).Body.GetProperty("findings").EnumerateArray()
            .Single(found => found.GetProperty("code").GetString() == "KB318");
        (finding.GetProperty("severity").GetString(), finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32()).ShouldBe(("error", 4, SampleBase.OrderNumber.Length));
        (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = Draft, clientId = "k1" })).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Draft_NamingTheNumberThatTheBuyerWrote_IsSent()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", $"我的单{SampleBase.OrderNumber}发了吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = Draft, clientId = "k1" })).Status.ShouldBe(200);
    }
}
