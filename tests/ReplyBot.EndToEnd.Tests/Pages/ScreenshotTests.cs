using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>Takes pictures of the pages in use, in both themes, for somebody to look at.</summary>
[Collection(RunningShopCollection.Name)]
public class ScreenshotTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Pages_WhenInUse_FitTheirWindowAndArePictured()
    {
        var buyer = await shop.NewBuyerAsync();
        await Picture.TakeAsync(buyer.Page, "buyer-welcome");
        await buyer.AskAsync("什么时候发货？");
        await buyer.AskAsync("可以开发票吗");
        await buyer.AskAsync("转人工");
        await Picture.TakeInBothThemesAsync(buyer.Page, "buyer");

        var transcript = await buyer.TranscriptAsync();
        var kept = await buyer.Page.Context.StorageStateAsync();
        await buyer.DisposeAsync();
        await using var onPhone = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(kept, new ViewportSize { Width = 390, Height = 844 }), shop.Address);
        await onPhone.HasTranscriptAsync(transcript);
        await Picture.TakeAsync(onPhone.Page, "buyer-phone");

        await using var console = await shop.OpenConsoleAsync();
        await console.ShowAsync("waiting");
        await Expect(console.Row(buyer.ConversationId)).ToBeVisibleAsync();
        await Picture.TakeAsync(console.Page, "console-waiting");
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();
        await onPhone.SayAsync("我买的电煮锅能退吗，收到三天了");
        await Expect(console.Messages.Last).ToHaveTextAsync("我买的电煮锅能退吗，收到三天了");
        await Expect(console.Suggestions.First).ToBeVisibleAsync();
        await console.UseSuggestionAsync(1);
        await Picture.TakeInBothThemesAsync(console.Page, "console");
        await console.Page.GetByTestId("nav-promises").ClickAsync();
        await Expect(console.Page.GetByTestId("promise-row").First).ToBeVisibleAsync();
        await Picture.TakeAsync(console.Page, "console-promises");
        await console.Page.GetByTestId("nav-accounts").ClickAsync();
        await Expect(console.Page.GetByTestId($"account-{ConsolePage.Name}")).ToBeVisibleAsync();
        await Picture.TakeAsync(console.Page, "console-accounts");
    }
}
