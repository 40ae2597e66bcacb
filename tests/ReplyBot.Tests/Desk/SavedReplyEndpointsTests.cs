using ReplyBot.Accounts;

namespace ReplyBot.Tests.Desk;

public class SavedReplyEndpointsTests
{
    [Fact]
    public async Task Save_PutsTheReplyWithItsQuestionIntoTheEditorsInboxOnce()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗，我电话13812345678");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var editor = await console.SignInAsync("bianji", Roles.Editor);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        var seq = (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = "可以刻字的亲，下单时备注就好。", clientId = "k1" })).Body.GetProperty("message").GetProperty("seq").GetInt64();

        (await agent.PostAsync("/api/desk/conversations/c1/saved-replies", new { seq, note = "常有人问" })).Body.GetProperty("added").GetBoolean().ShouldBeTrue();
        (await agent.PostAsync("/api/desk/conversations/c1/saved-replies", new { seq })).Body.GetProperty("added").GetBoolean().ShouldBeFalse();

        (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("saved")[0].GetInt64().ShouldBe(seq);
        var item = (await editor.GetAsync("/api/editor/inbox/saved-replies")).Body.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("question").GetString()!.ShouldStartWith("能刻字吗");
        item.GetProperty("question").GetString()!.ShouldNotContain("13812345678");
        (item.GetProperty("reply").GetString(), item.GetProperty("note").GetString(), item.GetProperty("savedBy").GetProperty("displayName").GetString())
            .ShouldBe(("可以刻字的亲，下单时备注就好。", "常有人问", "客服xiaoli"));
        var decide = $"/api/editor/inbox/saved-replies/{item.GetProperty("id").GetString()}/decide";
        (await editor.PostAsync(decide, new { outcome = "script" })).Blames("scriptId").ShouldBeTrue();
        (await editor.PostAsync(decide, new { outcome = "dismissed" })).Status.ShouldBe(204);
        (await editor.PostAsync(decide, new { outcome = "dismissed" })).Status.ShouldBe(404);
        (await editor.GetAsync("/api/editor/inbox/saved-replies")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Save_WhenTheBuyerThenOnlyAskedForAPerson_KeepsWhatWasAskedBefore()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", "能刻字吗", "转人工");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var editor = await console.SignInAsync("bianji", Roles.Editor);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        var seq = (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = "可以刻字的亲，下单时备注就好。", clientId = "k1" })).Body.GetProperty("message").GetProperty("seq").GetInt64();
        await agent.PostAsync("/api/desk/conversations/c1/saved-replies", new { seq });
        (await editor.GetAsync("/api/editor/inbox/saved-replies")).Body.GetProperty("items")[0].GetProperty("question").GetString().ShouldBe("能刻字吗");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    public async Task Save_WhatNoAgentSent_NamesTheField(long seq)
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.PostAsync("/api/desk/conversations/c1/saved-replies", new { seq })).Blames("seq").ShouldBeTrue();
    }
}
