using ReplyBot.Accounts;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Tests.Desk;

public class SimilarCasesTests
{
    [Theory]
    [InlineData("solved", "ship.time", "亲，今天最后一批会带上您这单，明早就有单号。")]
    [InlineData("unsolved", "ship.time", null)]
    [InlineData("solved", "return.how", null)]
    public async Task Read_TellsHowAgentsSolvedTheSameForOthers(string outcome, string intent, string? reply)
    {
        await using var console = await TestConsole.StartAsync();
        var asked = new ConversationChange(await console.BuyerSaysAsync("c1", "催一下发货"), console.Clock.GetUtcNow());
        asked.Happened(ConversationEventKind.Decided, "bot", 1, ("action", "Handoff"), ("intent", "ship.time"));
        await console.CommitAsync(asked);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        foreach (var text in (string[])["您好，我是小栗", "亲，今天最后一批会带上您这单，明早就有单号。"])
            (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text, clientId = text })).Status.ShouldBe(200, text);
        await agent.PostAsync("/api/desk/conversations/c1/close", new { epoch, outcome, tag = "催发货" });
        await console.BuyerWaitsAsync("c2", "怎么还不发货");

        var cases = (await agent.GetAsync($"/api/desk/conversations/c2/cases?intent={intent}")).Body.GetProperty("items").EnumerateArray().ToList();

        cases.Select(each => each.GetProperty("reply").GetString()).ShouldBe(reply is null ? [] : [reply]);
        if (reply is not null)
            (cases[0].GetProperty("tag").GetString(), cases[0].GetProperty("agent").GetString()).ShouldBe(("催发货", "客服xiaoli"));
        (await agent.GetAsync($"/api/desk/conversations/c1/cases?intent={intent}")).Body.GetProperty("items").GetArrayLength().ShouldBe(0, "a buyer's own history stands elsewhere");
    }

    [Fact]
    public async Task Read_WhenTheReplyNamesTheBuyer_MasksTheName()
    {
        await using var console = await TestConsole.StartAsync();
        var asked = new ConversationChange(await console.BuyerSaysAsync("c1", "收件人陈晓明，催一下发货"), console.Clock.GetUtcNow());
        asked.Happened(ConversationEventKind.Decided, "bot", 1, ("action", "Handoff"), ("intent", "ship.time"));
        await console.CommitAsync(asked);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = "小王您好，陈晓明这一单明早就有单号。", clientId = "k1" });
        await agent.PostAsync("/api/desk/conversations/c1/close", new { epoch, outcome = "solved" });
        await console.BuyerWaitsAsync("c2", "怎么还不发货");

        var similar = (await agent.GetAsync("/api/desk/conversations/c2/cases?intent=ship.time")).Body.GetProperty("items")[0];

        similar.GetProperty("reply").GetString().ShouldBe("****您好，****这一单明早就有单号。");
    }

    [Fact]
    public async Task Read_WithoutAnIntent_IsRefused()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", "在吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.GetAsync("/api/desk/conversations/c1/cases")).Blames("intent").ShouldBeTrue();
        (await agent.GetAsync("/api/desk/conversations/c9/cases?intent=ship.time")).Status.ShouldBe(404);
    }
}
