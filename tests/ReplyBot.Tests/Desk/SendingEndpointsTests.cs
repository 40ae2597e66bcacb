using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Channels;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;

namespace ReplyBot.Tests.Desk;

public class SendingEndpointsTests
{
    private const string Reply = "亲，可以刻字的，下单时写在备注里就好。";

    [Fact]
    public async Task Send_WhenHeld_GivesTheMessageAndTheSameOneAgainForTheSameId()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, epoch) = await HoldAsync(console);

        var sent = await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = Reply, clientId = "k1" });
        var again = await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = Reply, clientId = "k1" });

        var message = sent.Body.GetProperty("message");
        (message.GetProperty("from").GetString(), message.GetProperty("name").GetString(), message.GetProperty("text").GetString()).ShouldBe(("agent", "客服xiaoli", Reply));
        again.Body.GetProperty("message").GetProperty("seq").GetInt64().ShouldBe(message.GetProperty("seq").GetInt64());
        (await agent.GetAsync("/api/desk/promises")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Send_FromASuggestion_CarriesItsScript()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, epoch) = await HoldAsync(console);
        var change = new ConversationChange((await console.Store.FindAsync("c1", CancellationToken.None))!, console.Clock.GetUtcNow());
        change.Suggest(new SuggestionSet(1, [new Suggestion("s1", 1, "return.how.standard", "怎么退货？", "return.how", Reply, 0.8, "相似问", [])]));
        await console.CommitAsync(change);

        var read = await agent.GetAsync("/api/desk/conversations/c1");
        read.Body.GetProperty("suggestions").GetProperty("messageSeq").GetInt64().ShouldBe(1);
        read.Body.GetProperty("suggestions").GetProperty("items")[0].GetProperty("scriptId").GetString().ShouldBe("return.how.standard");
        var sent = await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = Reply, clientId = "k1", suggestionId = "s1" });

        sent.Body.GetProperty("message").GetProperty("scriptId").GetString().ShouldBe("return.how.standard");
    }

    [Fact]
    public async Task Send_WhenSomebodyElseHoldsIt_Is409()
    {
        await using var console = await TestConsole.StartAsync();
        var (_, epoch) = await HoldAsync(console);
        var other = await console.SignInAsync("dawei", Roles.Agent);
        (await other.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = Reply, clientId = "k1" })).Status.ShouldBe(409);
    }

    [Fact]
    public async Task Send_WithAForbiddenPhrase_Is422WithTheFindings()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, epoch) = await HoldAsync(console);

        var blocked = await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = "亲，您加微信聊吧，那边方便。", clientId = "k1" });

        blocked.Status.ShouldBe(422);
        var finding = blocked.Body.GetProperty("errors").EnumerateArray().Single(IsError);
        (finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32(), finding.GetProperty("fix").GetString()).ShouldBe((3, 3, "在这里留言"));
        finding.GetProperty("message").GetProperty("zh").GetString().ShouldNotBeNullOrEmpty();
        finding.GetProperty("message").GetProperty("en").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Send_WhenFieldsAreMissing_NamesEach()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, _) = await HoldAsync(console);
        var refused = await agent.PostAsync("/api/desk/conversations/c1/send", new { text = " " });
        foreach (var field in new[] { "epoch", "text", "clientId" })
            refused.Blames(field).ShouldBeTrue(field);
    }

    [Fact]
    public async Task Check_FindsWhatWouldBlock()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var bad = await agent.PostAsync("/api/desk/check", new { text = "亲，您加微信聊吧，那边方便。", channel = "web" });
        bad.Body.GetProperty("findings").EnumerateArray().ShouldContain(finding => IsError(finding));
        var good = await agent.PostAsync("/api/desk/check", new { text = Reply, channel = "web" });
        good.Body.GetProperty("findings").EnumerateArray().ShouldNotContain(finding => IsError(finding));
    }

    [Fact]
    public async Task Typing_ByTheHolder_IsShownToTheBuyer_ByOthersNot()
    {
        await using var console = await TestConsole.StartAsync();
        var (holder, _) = await HoldAsync(console);
        var other = await console.SignInAsync("dawei", Roles.Agent);
        var seen = new List<string>();
        using var watching = console.Services.GetRequiredService<TypingSignals>().WatchAgent("c1", seen.Add);

        (await other.PostAsync("/api/desk/conversations/c1/typing")).Status.ShouldBe(204);
        (await holder.PostAsync("/api/desk/conversations/c1/typing")).Status.ShouldBe(204);

        seen.ShouldBe(["客服xiaoli"]);
    }

    private static bool IsError(JsonElement finding) => finding.GetProperty("severity").GetString() == "error";

    private static async Task<(ConsoleClient Agent, long Epoch)> HoldAsync(TestConsole console)
    {
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var accepted = await agent.PostAsync("/api/desk/conversations/c1/accept");
        return (agent, accepted.Body.GetProperty("conversation").GetProperty("epoch").GetInt64());
    }
}
