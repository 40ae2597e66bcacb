using ReplyBot.Accounts;

namespace ReplyBot.Tests.Desk;

public class ScriptEndpointsTests
{
    [Theory]
    [InlineData("发货")]
    [InlineData("fahuo")]
    public async Task Search_ByWordsOrPinyin_FindsTheScriptFilledInAsFarAsKnown(string typed)
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);

        var answer = await agent.GetAsync($"/api/desk/scripts?q={Uri.EscapeDataString(typed)}&channel=web&take=20");

        var hit = answer.Body.GetProperty("items")[0];
        hit.GetProperty("scriptId").GetString().ShouldBe("ship.time.standard");
        hit.GetProperty("text").GetString().ShouldBe("亲，付款后24小时内发出，您这单预计{{order.dispatch_by}}前发走。");
        hit.GetProperty("unfilled").EnumerateArray().Select(slot => slot.GetString()).ShouldBe(["order.dispatch_by"]);
    }

    [Fact]
    public async Task Search_ByWords_MarksThemInTheQuestion()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var hit = (await agent.GetAsync("/api/desk/scripts?q=发货&channel=web")).Body.GetProperty("items")[0];
        var mark = hit.GetProperty("highlights")[0];
        hit.GetProperty("question").GetString()!.Substring(mark[0].GetInt32(), mark[1].GetInt32()).ShouldBe("发货");
    }

    [Fact]
    public async Task Search_ForNothing_FindsNothing()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.GetAsync("/api/desk/scripts?q=")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await agent.GetAsync("/api/desk/scripts?q=x&take=-1")).Blames("take").ShouldBeTrue();
    }
}
