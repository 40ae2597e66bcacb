using ReplyBot.Accounts;

namespace ReplyBot.Tests.Desk;

public class FollowUpEndpointsTests
{
    [Theory]
    [InlineData("done")]
    [InlineData("cancel")]
    public async Task Plan_ByWhoHasTheBuyer_IsListedUntilItIsSettled(string how)
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, planned) = await PlanAsync(console, console.Clock.GetUtcNow().AddHours(20));
        planned.Status.ShouldBe(201);
        var id = planned.Body.GetProperty("followUp").GetProperty("id").GetString();

        var listed = (await agent.GetAsync("/api/desk/follow-ups")).Body.GetProperty("items").EnumerateArray().Single();
        (listed.GetProperty("id").GetString(), listed.GetProperty("agent").GetProperty("displayName").GetString(), listed.GetProperty("note").GetString())
            .ShouldBe((id, "客服xiaoli", "到货了告诉他"));

        (await agent.PostAsync($"/api/desk/follow-ups/{id}/{how}")).Status.ShouldBe(204);
        (await agent.GetAsync("/api/desk/follow-ups")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await agent.PostAsync($"/api/desk/follow-ups/{id}/{how}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Plan_ForAMomentGoneBy_IsRefused()
    {
        await using var console = await TestConsole.StartAsync();
        (await PlanAsync(console, console.Clock.GetUtcNow().AddMinutes(-1))).Answer.Blames("dueAt").ShouldBeTrue();
    }

    private static async Task<(ConsoleClient Agent, ConsoleAnswer Answer)> PlanAsync(TestConsole console, DateTimeOffset dueAt)
    {
        await console.BuyerWaitsAsync("c1", "有货了吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        return (agent, await agent.PostAsync("/api/desk/conversations/c1/follow-ups", new { epoch, dueAt, note = "到货了告诉他" }));
    }
}
