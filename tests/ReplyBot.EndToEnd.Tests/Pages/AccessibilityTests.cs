using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>Everybody can use every page, in both themes: axe finds nothing serious or critical.</summary>
[Collection(RunningShopCollection.Name)]
public class AccessibilityTests(RunningShop shop)
{
    private readonly List<string> _faults = [];

    [EndToEndFact(Requirement.Program | Requirement.Browser | Requirement.Axe)]
    public async Task Pages_InBothThemes_HaveNoSeriousFault()
    {
        await using var stranger = await shop.Browser.NewContextAsync();
        var signIn = await stranger.NewPageAsync();
        await signIn.GotoAsync(new Uri(shop.Address, "/console").ToString());
        await Expect(signIn.GetByTestId("sign-in-name")).ToBeVisibleAsync();
        await CheckAsync(signIn, "sign-in");

        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("什么时候发货");
        await buyer.AskAsync("转人工");
        await CheckInBothThemesAsync(buyer.Page, "buyer");

        await using var console = await shop.OpenConsoleAsync();
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();
        await buyer.SayAsync("我买的电煮锅能退吗，收到三天了");
        await Expect(console.Suggestions.First).ToBeVisibleAsync();
        await console.Draft.FillAsync("亲，我们比淘宝那家便宜");
        await CheckInBothThemesAsync(console.Page, "conversation");
        foreach (var name in new[] { "promises", "board", "bulletins", "accounts", "audit", "scripts", "inbox", "playground", "publish" })
        {
            await console.Page.GotoAsync(new Uri(shop.Address, $"/console/{name}").ToString());
            await Expect(console.Page.GetByTestId($"{name}-page")).ToBeVisibleAsync();
            if (name == "playground")
            {
                await console.Page.GetByTestId("playground-text").FillAsync("衣服破了个洞，我要投诉");
                await console.Page.GetByTestId("playground-ask").ClickAsync();
                await Expect(console.Page.GetByTestId("playground-hit").First).ToBeVisibleAsync();
            }
            await CheckInBothThemesAsync(console.Page, name);
        }
        await console.Page.GotoAsync(new Uri(shop.Address, "/console/scripts/ship.time.standard").ToString());
        await console.Page.GetByTestId("wording-0").FillAsync("亲，发货快不快加我微信问。");
        await Expect(console.Page.GetByTestId("draft-finding").First).ToBeVisibleAsync();
        await CheckInBothThemesAsync(console.Page, "script");

        _faults.ShouldBeEmpty();
    }

    private async Task CheckInBothThemesAsync(IPage page, string name)
    {
        await CheckAsync(page, $"{name} light");
        await page.GetByTestId("switch-theme").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        _faults.AddRange(await Accessibility.ColourFaultsAsync(page, $"{name} dark"));
        await page.GetByTestId("switch-theme").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    private async Task CheckAsync(IPage page, string name) => _faults.AddRange(await Accessibility.FaultsAsync(page, name));
}
