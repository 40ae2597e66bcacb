using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>What an agent has at hand beside the suggestions.</summary>
[Collection(RunningShopCollection.Name)]
public class SearchTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Search_ByInitialsGroupsAndOnesOwn_PutsTheScriptIntoTheDraftAndKeepsItOnTop()
    {
        await using var agent = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await agent.OpenAsync(buyer.ConversationId, "waiting");
        await agent.AcceptAsync();
        var page = agent.Page;
        var search = page.GetByTestId("script-search");
        var rows = page.GetByTestId("script-hit");

        // By initials, as a favourite, into the draft, without a mouse.
        await page.Keyboard.PressAsync("Control+k");
        await search.FillAsync("fhsj");
        await Expect(rows.First).ToBeVisibleAsync();
        var found = (await rows.First.GetAttributeAsync("data-script"))!;
        await search.PressAsync("Control+d");
        await Expect(rows.First.GetByTestId("favourite")).ToHaveAttributeAsync("aria-pressed", "true");
        await search.PressAsync("Enter");
        await Expect(agent.Draft).Not.ToHaveValueAsync("");
        await agent.Draft.FillAsync("");

        // The last used and the favourites are there without a search.
        await page.Keyboard.PressAsync("Control+k");
        await Expect(rows.First).ToHaveAttributeAsync("data-script", found);
        await page.GetByTestId("shelf-favourites").ClickAsync();
        await Expect(rows.First).ToHaveAttributeAsync("data-script", found);
        await page.GetByTestId("shelf-groups").ClickAsync();
        await page.GetByTestId($"group-{found[..found.LastIndexOf('.')]}").ClickAsync();
        await Expect(page.Locator($"[data-script='{found}']")).ToBeVisibleAsync();
        await Picture.TakeAsync(page, "console-search");

        // A reply of one's own.
        await page.GetByTestId("shelf-own").ClickAsync();
        await page.GetByTestId("own-add").ClickAsync();
        await page.GetByTestId("own-title").FillAsync("开场白");
        await page.GetByTestId("own-text").FillAsync("您好，我是小栗，请问有什么可以帮您？");
        await page.GetByTestId("own-save").ClickAsync();
        await page.GetByTestId("own-script").GetByText("开场白").ClickAsync();
        await Expect(agent.Draft).ToHaveValueAsync("您好，我是小栗，请问有什么可以帮您？");
    }
}
