using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>Everybody can use every dialog: axe finds nothing serious or critical, and Escape closes it.</summary>
[Collection(RunningShopCollection.Name)]
public class DialogTests(RunningShop shop)
{
    private readonly List<string> _faults = [];

    [EndToEndFact(Requirement.Program | Requirement.Browser | Requirement.Axe)]
    public async Task Dialogs_WhenOpen_HaveNoSeriousFault()
    {
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await using var console = await shop.OpenConsoleAsync();
        var page = console.Page;
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();
        await console.SendAsync("您好，我是小栗，您请讲。");

        await CheckAsync(page, "transfer");
        await CheckAsync(page, "close");
        await CheckAsync(page, "ask-approval");
        await CheckAsync(page, "plan-follow-up");
        await CheckAsync(page, "open-search");
        await CheckAsync(page, "show-shortcuts");
        await page.GetByTestId("message").Last.HoverAsync();
        await CheckAsync(page, "save-reply");
        await page.GetByTestId("save-reply").First.ClickAsync();
        await page.GetByTestId("save-reply-submit").ClickAsync();
        await Expect(page.Locator("[role=dialog]:visible")).ToHaveCountAsync(0);
        await CheckAsync(page, "return-to-bot");
        await page.GetByTestId("open-search").ClickAsync();
        await page.GetByTestId("shelf-own").ClickAsync();
        await CheckAsync(page, "own-add", beneath: 1);
        await page.Keyboard.PressAsync("Escape");
        foreach (var entry in new[] { "change-password", "own-sessions" })
        {
            await page.GetByTestId("user-menu").ClickAsync();
            await CheckAsync(page, entry);
        }
        await page.GotoAsync(new Uri(shop.Address, "/console/scripts").ToString());
        await CheckAsync(page, "import-open");
        await page.GotoAsync(new Uri(shop.Address, "/console/scripts/ship.time.standard").ToString());
        await CheckAsync(page, "script-remove");
        await page.GetByTestId("form-note").FillAsync("先问清楚拍的时间");
        await CheckAsync(page, "editor-inbox");
        await Expect(page.GetByTestId("form-note")).ToHaveValueAsync("先问清楚拍的时间");
        await page.GetByTestId("form-note").FillAsync("");
        await Expect(page.GetByTestId("unsaved")).ToHaveCountAsync(0);
        await page.GetByTestId("editor-inbox").ClickAsync();
        await page.GetByTestId("inbox-saved").ClickAsync();
        await CheckAsync(page, "saved-add");
        await page.GotoAsync(new Uri(shop.Address, "/console/bulletins").ToString());
        await CheckAsync(page, "bulletin-write");
        await page.GotoAsync(new Uri(shop.Address, "/console/accounts").ToString());
        await CheckAsync(page, "account-add");
        await CheckAsync(page, $"account-roles-{ConsolePage.Name}");
        await CheckAsync(page, "all-sessions");

        _faults.ShouldBeEmpty();
    }

    /// <param name="page">The page.</param>
    /// <param name="button">What opens the dialog.</param>
    /// <param name="beneath">How many dialogs stay open when it closes.</param>
    private async Task CheckAsync(IPage page, string button, int beneath = 0)
    {
        await page.GetByTestId(button).First.ClickAsync();
        var dialogs = page.Locator("[role=dialog]:visible");
        await Expect(dialogs).ToHaveCountAsync(beneath + 1);
        _faults.AddRange(await Accessibility.DialogFaultsAsync(page, button));
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialogs).ToHaveCountAsync(beneath);
    }
}
