using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>The agent console, as an agent uses it.</summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    /// <summary>The name that buyers see.</summary>
    public const string DisplayName = "客服小栗";

    /// <summary>The name to sign in with.</summary>
    public const string Name = "xiaoli";

    /// <summary>The password to sign in with.</summary>
    public const string Password = "chestnut-island-7";

    private ConsolePage(IPage page) => Page = page;

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The suggested replies for the buyer's last message.</summary>
    public ILocator Suggestions => Page.GetByTestId("suggestions").Locator("li");

    /// <summary>Where the reply is written.</summary>
    public ILocator Draft => Page.GetByTestId("draft");

    /// <summary>The texts of the open conversation.</summary>
    public ILocator Messages => Page.GetByTestId("transcript").GetByTestId("message-text");

    /// <summary>How long a buyer has waited, in the list.</summary>
    public ILocator WaitingClock(string conversationId) => Row(conversationId).GetByTestId("waiting-clock");

    /// <summary>A conversation in the list that is shown.</summary>
    public ILocator Row(string conversationId) => Page.GetByTestId($"conversation-{conversationId}");

    /// <summary>Makes the first account and waits for the desk.</summary>
    public static async Task MakeFirstAccountAsync(IBrowserContext context, Uri link)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByTestId("welcome-name").FillAsync(Name);
        await page.GetByTestId("welcome-display-name").FillAsync(DisplayName);
        await page.GetByTestId("welcome-password").FillAsync(Password);
        await page.GetByTestId("welcome-repeat").FillAsync(Password);
        await page.GetByTestId("welcome-submit").ClickAsync();
        await Expect(page.GetByTestId("desk")).ToBeVisibleAsync();
    }

    /// <summary>Opens the console of somebody who is signed in and waits until the line is up.</summary>
    public static async Task<ConsolePage> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/console").ToString());
        var console = new ConsolePage(page);
        await console.IsOnlineAsync();
        return console;
    }

    /// <summary>Signs somebody in and waits until the line is up.</summary>
    public static async Task<ConsolePage> SignInAsync(IBrowserContext context, Uri address, string name)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/console").ToString());
        await page.GetByTestId("sign-in-name").FillAsync(name);
        await page.GetByTestId("sign-in-password").FillAsync(Password);
        await page.GetByTestId("sign-in-submit").ClickAsync();
        var console = new ConsolePage(page);
        await console.IsOnlineAsync();
        return console;
    }

    /// <summary>Makes an account for an agent.</summary>
    public async Task AddAccountAsync(string name, string displayName)
    {
        await Page.GetByTestId("nav-accounts").ClickAsync();
        await Page.GetByTestId("account-add").ClickAsync();
        await Page.GetByTestId("account-name").FillAsync(name);
        await Page.GetByTestId("account-display-name").FillAsync(displayName);
        await Page.GetByTestId("account-password").FillAsync(Password);
        await Page.GetByTestId("account-save").ClickAsync();
        await Expect(Page.GetByTestId($"account-{name}")).ToBeVisibleAsync();
    }

    /// <summary>The dialog that is open.</summary>
    public ILocator Dialog => Page.Locator("[role=dialog]:visible");

    /// <summary>Chooses in a list of the open dialog.</summary>
    public async Task ChooseAsync(string list, string words)
    {
        await Dialog.GetByTestId(list).ClickAsync();
        await Dialog.GetByTestId(list).Locator("input").FillAsync(words);
        await Page.Locator(".ant-select-item-option:visible").Filter(new() { HasText = words }).First.ClickAsync();
    }

    /// <summary>Waits until the live line is up.</summary>
    /// <param name="within">How long that may take, in milliseconds.</param>
    public Task IsOnlineAsync(float? within = null) =>
        Expect(Page.GetByTestId("line")).ToHaveAttributeAsync("data-status", "online", new() { Timeout = within });

    /// <summary>Shows one of the lists: mine, waiting, all.</summary>
    public Task ShowAsync(string scope) => Page.GetByTestId($"scope-{scope}").ClickAsync();

    /// <summary>Opens a conversation of one of the lists.</summary>
    public async Task OpenAsync(string conversationId, string scope)
    {
        await ShowAsync(scope);
        await Row(conversationId).ClickAsync();
        await Expect(Page.GetByTestId("conversation")).ToHaveAttributeAsync("data-conversation-id", conversationId);
    }

    /// <summary>Takes the open conversation.</summary>
    public async Task AcceptAsync()
    {
        await Page.GetByTestId("accept").ClickAsync();
        await HasStateAsync("assigned");
        await Expect(Draft).ToBeVisibleAsync();
    }

    /// <summary>Puts a suggested reply into the draft.</summary>
    /// <returns>Its words.</returns>
    public async Task<string> UseSuggestionAsync(int number)
    {
        await Page.GetByTestId($"suggestion-use-{number}").ClickAsync();
        await Expect(Draft).Not.ToHaveValueAsync("");
        return await Draft.InputValueAsync();
    }

    /// <summary>Writes a reply, sends it, and waits until it is sent.</summary>
    public async Task SendAsync(string words)
    {
        await Draft.FillAsync(words);
        await Page.GetByTestId("send").ClickAsync();
        await Expect(Messages.Last).ToHaveTextAsync(words);
        await Expect(Page.GetByTestId("pending")).ToHaveCountAsync(0);
    }

    /// <summary>Gives the open conversation back to the bot.</summary>
    public async Task ReturnToBotAsync()
    {
        await Page.GetByTestId("return-to-bot").ClickAsync();
        await Page.GetByTestId("return-confirm").ClickAsync();
        await HasStateAsync("bot");
    }

    /// <summary>Closes the open conversation as solved.</summary>
    public async Task CloseAsync()
    {
        await Page.GetByTestId("close").ClickAsync();
        await Page.GetByTestId("outcome-solved").ClickAsync();
        await Page.GetByTestId("close-submit").ClickAsync();
        await HasStateAsync("closed");
    }

    /// <summary>Takes no more buyers. Who only leaves the page counts as present for a while, and buyers of the next test would be offered to them.</summary>
    public async Task TakeABreakAsync()
    {
        await Page.GetByTestId("presence-away").ClickAsync();
        await Expect(Page.GetByTestId("presence")).ToHaveAttributeAsync("data-online", "false");
    }

    /// <summary>Waits until the open conversation is in a state.</summary>
    public Task HasStateAsync(string state) => Expect(Page.GetByTestId("conversation-state")).ToHaveAttributeAsync("data-state", state);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
