using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>The pages load nothing from anywhere but the program, and nothing goes wrong in them.</summary>
[Collection(RunningShopCollection.Name)]
public class OwnOriginTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Pages_WhenUsed_AskOnlyTheProgramAndReportNoError()
    {
        var buyerContext = await shop.Browser.NewContextAsync();
        var buyerWatch = new ContextWatch(buyerContext, shop.Address);
        await using var buyer = await BuyerPage.OpenAsync(buyerContext, shop.Address);
        var agentContext = await shop.AgentContextAsync();
        var agentWatch = new ContextWatch(agentContext, shop.Address);
        await using var console = await ConsolePage.OpenAsync(agentContext, shop.Address);

        await buyer.AskAsync("什么时候发货");
        await buyer.AskAsync("转人工");
        await buyer.Page.GetByTestId("switch-theme").ClickAsync();
        await buyer.Page.GetByTestId("switch-language").ClickAsync();
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();
        await console.SendAsync("您好，请说。");
        await Expect(buyer.Last).ToHaveTextAsync("您好，请说。");
        await console.Page.GetByTestId("open-search").ClickAsync();
        await Expect(console.Page.GetByTestId("script-search")).ToBeVisibleAsync();
        await console.Page.Keyboard.PressAsync("Escape");
        await console.Page.GetByTestId("nav-promises").ClickAsync();
        await Expect(console.Page.GetByTestId("promises-page")).ToBeVisibleAsync();
        await console.Page.GetByTestId("nav-accounts").ClickAsync();
        await Expect(console.Page.GetByTestId("accounts-page")).ToBeVisibleAsync();

        foreach (var watch in new[] { buyerWatch, agentWatch })
        {
            watch.AskedProgram.ShouldContain(address => address.StartsWith("ws:", StringComparison.Ordinal));
            watch.AskedElsewhere.ShouldBeEmpty();
            watch.Faults.ShouldBeEmpty();
        }
    }
}
