using ReplyBot.Accounts;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Tests.Desk;

public class OfferEndpointsTests
{
    [Fact]
    public async Task Decline_ByWhomItIsOffered_PassesTheBuyerOn()
    {
        await using var console = await TestConsole.StartAsync();
        var waits = await console.BuyerWaitsAsync("c1", "转人工");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var other = await console.SignInAsync("dawei", Roles.Agent);
        var id = (await agent.GetAsync("/api/account/me")).Body.GetProperty("id").GetString()!;
        var change = new ConversationChange(waits, console.Clock.GetUtcNow());
        change.Offer(id, change.At.AddMinutes(1));
        await console.CommitAsync(change);

        (await other.PostAsync("/api/desk/conversations/c1/decline")).Body.GetProperty("conversation").GetProperty("offeredTo").GetString().ShouldBe(id, "only whose turn it is can let it pass");
        (await agent.PostAsync("/api/desk/conversations/c1/decline")).Body.GetProperty("conversation").GetProperty("offeredTo").GetString().ShouldBeNull();
        (await console.Store.FindAsync("c1", CancellationToken.None))!.Handoff!.PassedBy.ShouldBe([id]);
    }
}
