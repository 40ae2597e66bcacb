using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>The pages of whoever writes scripts, as an editor uses them.</summary>
internal sealed class EditorPages : IAsyncDisposable
{
    private EditorPages(IPage page) => Page = page;

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What is wrong with the script in the form.</summary>
    public ILocator Findings => Page.GetByTestId("draft-finding");

    /// <summary>What publishing would change, script by script.</summary>
    public ILocator Changes => Page.GetByTestId("change");

    /// <summary>The publications, newest first.</summary>
    public ILocator Publications => Page.GetByTestId("publication");

    /// <summary>Opens the list of scripts in a browser in which an editor is signed in.</summary>
    public static async Task<EditorPages> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/console/scripts").ToString());
        await Expect(page.GetByTestId("scripts-page")).ToBeVisibleAsync();
        return new EditorPages(page);
    }

    /// <summary>Finds a script in the list and opens its form.</summary>
    public async Task OpenScriptAsync(string id)
    {
        await Page.GetByTestId("nav-scripts").ClickAsync();
        await Page.GetByTestId("script-query").FillAsync(id);
        await Page.Locator($"[data-script='{id}'] button").ClickAsync();
        await IsCheckedAsync();
    }

    /// <summary>A wording in the form, counted from 0.</summary>
    public ILocator Wording(int place) => Page.GetByTestId($"wording-{place}");

    /// <summary>Waits until what the check says is about the form as it stands.</summary>
    public Task IsCheckedAsync() => Expect(Page.GetByTestId("draft-findings")).ToHaveAttributeAsync("data-current", "true");

    /// <summary>Saves the form and waits until it is saved.</summary>
    public async Task SaveAsync()
    {
        await Page.GetByTestId("script-save").ClickAsync();
        await Expect(Page.GetByTestId("unsaved")).ToHaveCountAsync(0);
    }

    /// <summary>Goes to one of the editor's other pages.</summary>
    public async Task GoAsync(string page)
    {
        await Page.GetByTestId($"editor-{page}").ClickAsync();
        await Expect(Page.GetByTestId($"{page}-page")).ToBeVisibleAsync();
    }

    /// <summary>Asks the files like a buyer; gives the best script and what it would say.</summary>
    public async Task<(string Script, string Text)> TryAsync(string question)
    {
        await GoAsync("playground");
        await Page.GetByTestId("playground-text").FillAsync(question);
        await Page.GetByTestId("playground-ask").ClickAsync();
        var best = Page.GetByTestId("playground-hit").First;
        return ((await best.GetAttributeAsync("data-script"))!, await best.InnerTextAsync());
    }

    /// <summary>Says yes to the question on the screen.</summary>
    public Task ConfirmAsync() => Page.Locator(".ant-modal-confirm-btns .ant-btn-primary").ClickAsync();

    /// <summary>Says no to the question on the screen, and sees it go.</summary>
    public async Task StayAsync()
    {
        await Page.Locator(".ant-modal-confirm-btns .ant-btn-default").ClickAsync();
        await Expect(Page.Locator("[role=dialog]:visible")).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
