using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using ReplyBot.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Security;

/// <summary>What scripts say runs nowhere: on the buyer's page, in the console, in the editor's pages.</summary>
[Collection(RunningShopCollection.Name)]
public class XssScriptTests(RunningShop shop)
{
    /// <summary>Questions asked on one page.</summary>
    private const int PageLoad = 24;

    [XssFact]
    public async Task Pages_WhateverScriptsSay_RunNothingAndAskNobody()
    {
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);
        Directory.Delete(folders.ContentFile("golden"), recursive: true);
        var payloads = await HostileScripts.FileAsync(folders, XssPayloads.Read());
        payloads.Length.ShouldBeGreaterThan(100);
        using var program = await RunningProgram.StartAsync(folders);
        var everything = await shop.Browser.MakeFirstAccountAsync(program);
        var context = await shop.Browser.NewContextAsync(everything);
        var watch = await XssWatch.OverAsync(context, program.Address);

        await using var console = await ConsolePage.OpenAsync(context, program.Address);
        for (var first = 0; first < payloads.Length; first += PageLoad)
        {
            // An agent may not hold as many buyers as the whole lists make.
            if (first > 0)
                await console.CloseAsync();
            await AnswerAsync(program, console, watch, payloads, first);
        }

        await SearchAsync(console, watch);
        await EditAsync(folders, program, console.Page, watch, payloads);
    }

    /// <summary>The bot says every payload to a buyer; an agent reads them in the transcript and among the suggestions.</summary>
    private async Task AnswerAsync(RunningProgram program, ConsolePage console, XssWatch consoleWatch, string[] payloads, int first)
    {
        var context = await shop.Browser.NewContextAsync();
        var watch = await XssWatch.OverAsync(context, program.Address);
        await using var buyer = await BuyerPage.OpenAsync(context, program.Address);
        var asked = Math.Min(PageLoad, payloads.Length - first);
        using var line = await DirectLineClient.OfAsync(buyer, program.Address);
        for (var place = first; place < first + asked; place++)
            (await line.AskAsync(HostileScripts.QuestionOf(place))).ShouldBe(payloads[place]);
        await Expect(buyer.Page.GetByTestId("chat").Locator("article").Nth((2 * asked) - 1)).ToBeAttachedAsync();
        await console.OpenAsync(buyer.ConversationId, "all");
        await Expect(console.Messages.Nth((2 * asked) - 1)).ToBeAttachedAsync();
        await console.AcceptAsync();
        await line.SayAsync(HostileScripts.QuestionOf(first));
        await Expect(console.Suggestions.First).ToBeVisibleAsync();

        await watch.RanNothingAsync(buyer.Page, "/");
        await consoleWatch.RanNothingAsync(console.Page, "/console");
    }

    private static async Task SearchAsync(ConsolePage console, XssWatch watch)
    {
        await console.Page.Keyboard.PressAsync("Control+k");
        await console.Page.GetByTestId("script-search").FillAsync("付款后多久发货，暗号");
        await Expect(console.Page.GetByTestId("script-hit").First).ToContainTextAsync("暗号");
        await watch.RanNothingAsync(console.Page, "/console");
    }

    /// <summary>The editor's pages: the list, the form with its preview, and what publishing would change.</summary>
    private static async Task EditAsync(ShopFolders folders, RunningProgram program, IPage page, XssWatch watch, string[] payloads)
    {
        var editor = await EditorPages.OpenAsync(page.Context, program.Address);
        foreach (var form in HostileScripts.FormsOf(payloads.Length))
        {
            await editor.OpenScriptAsync(form);
            await Expect(editor.Page.GetByTestId("preview").First).ToBeVisibleAsync();
            await watch.RanNothingAsync(editor.Page, "/console");
        }
        HostileScripts.Write(folders, payloads, shifted: 1);
        await editor.GoAsync("publish");
        await Expect(editor.Changes.First).ToBeVisibleAsync();
        await watch.RanNothingAsync(editor.Page, "/console");
    }
}
