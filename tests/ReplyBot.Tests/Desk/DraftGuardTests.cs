using ReplyBot.Accounts;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Storage;

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

    [Theory]
    [InlineData("陈晓明您好，马上给您补发", "error", 0, 3, "亲")]
    [InlineData("小陈您好，马上给您补发", "warning", 0, 2, "亲")]
    [InlineData("您的电话是13812345678吗", "error", 5, 11, "")]
    public async Task Draft_WithWhatAnotherBuyerOfTheAgentGave_IsMendedByOneClick(string draft, string severity, int start, int length, string fix)
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "什么时候发货");
        await StartAsync(console, "c2", "陈晓明", "我的电话13812345678");
        await StartAsync(console, "c3", "小陈", "在吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        foreach (var id in (string[])["c1", "c2", "c3"])
            await agent.PostAsync($"/api/desk/conversations/{id}/accept");

        var finding = (await agent.PostAsync("/api/desk/check", new { text = draft, channel = "web", conversationId = "c1" })).Body.GetProperty("findings").EnumerateArray()
            .Single(found => found.GetProperty("code").GetString() == "KB318");

        (finding.GetProperty("severity").GetString(), finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32(), finding.GetProperty("fix").GetString())
            .ShouldBe((severity, start, length, fix));
        var epoch = (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = draft, clientId = "k1" })).Status.ShouldBe(severity == "error" ? 422 : 200);
    }

    [Fact]
    public async Task Draft_WithAPlatformsWordInAForbiddenPhrase_IsFaultedOnceForIt()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "什么时候发货");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        await agent.PostAsync("/api/desk/conversations/c1/accept");

        var findings = (await agent.PostAsync("/api/desk/check", new { text = "有问题可以加微信", channel = "web", conversationId = "c1" })).Body.GetProperty("findings").EnumerateArray().ToList();

        findings.Count.ShouldBe(1);
        findings[0].GetProperty("fix").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Draft_WithTheBuyersOwnName_IsClean()
    {
        await using var console = await TestConsole.StartAsync();
        await StartAsync(console, "c1", "小王", "帮我看看，我朋友叫陈晓明");
        await StartAsync(console, "c2", "陈晓明", "在吗");
        await StartAsync(console, "c3", "小王", "在吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        foreach (var id in (string[])["c1", "c2", "c3"])
            await agent.PostAsync($"/api/desk/conversations/{id}/accept");
        (await agent.PostAsync("/api/desk/check", new { text = "小王您好，陈晓明那单也发了", channel = "web", conversationId = "c1" })).Body.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    private static async Task StartAsync(TestConsole console, string id, string name, string text)
    {
        await console.Store.StartAsync(new NewConversation(id, new BuyerAddress("default", "web", "default", $"dl_{id}"), name, null, console.Clock.GetUtcNow()), CancellationToken.None);
        await console.Store.ReceiveAsync(new IncomingMessage(id, null, text, console.Clock.GetUtcNow()), CancellationToken.None);
    }
}
