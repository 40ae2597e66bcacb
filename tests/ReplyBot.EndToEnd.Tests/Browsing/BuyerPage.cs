using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>The buyer page, as a buyer uses it.</summary>
internal sealed class BuyerPage : IAsyncDisposable
{
    private BuyerPage(IPage page, string conversationId)
    {
        Page = page;
        ConversationId = conversationId;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The buyer's conversation.</summary>
    public string ConversationId { get; }

    /// <summary>The texts in the transcript, of both sides, in order.</summary>
    public ILocator Messages => Page.Locator("[data-testid=chat] .webchat__text-content");

    /// <summary>The last of them.</summary>
    public ILocator Last => Messages.Last;

    /// <summary>The names of the people who spoke for the shop.</summary>
    public ILocator Speakers => Page.GetByTestId("speaker");

    private ILocator Field => Page.GetByTestId("chat").Locator("textarea");

    /// <summary>Opens the page and waits until the line is up.</summary>
    public static async Task<BuyerPage> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        var answer = await page.RunAndWaitForResponseAsync(() => page.GotoAsync(address.ToString()), "**/webchat/token");
        var token = await answer.JsonAsync() ?? throw new InvalidOperationException($"The token endpoint answered {answer.Status}.");
        var buyer = new BuyerPage(page, token.GetProperty("conversationId").GetString()!);
        await buyer.IsOnlineAsync();
        return buyer;
    }

    /// <summary>Waits until the line is up.</summary>
    /// <param name="within">How long that may take, in milliseconds.</param>
    public async Task IsOnlineAsync(float? within = null)
    {
        await Expect(Page.GetByTestId("line-status")).ToHaveAttributeAsync("data-status", "online", new() { Timeout = within });
        await Expect(Field).ToBeVisibleAsync();
        // Web Chat's own word for it, for screen readers: before, it keeps what is typed and sends nothing.
        await Expect(Page.GetByText("连接状态: 已连接")).ToBeAttachedAsync(new() { Timeout = within });
    }

    /// <summary>Says something and waits until it stands in the transcript.</summary>
    public async Task SayAsync(string words)
    {
        var before = await Messages.CountAsync();
        await Field.FillAsync(words);
        await Field.PressAsync("Enter");
        await Expect(Messages.Nth(before)).ToHaveTextAsync(words);
    }

    /// <summary>Says something and waits for the next thing the shop says.</summary>
    public async Task<string> AskAsync(string words)
    {
        var before = await Messages.CountAsync();
        await SayAsync(words);
        await HasCountAsync(before + 2);
        return await Messages.Nth(before + 1).InnerTextAsync();
    }

    /// <summary>Waits until the transcript has so many messages.</summary>
    public Task HasCountAsync(int messages) => Expect(Messages).ToHaveCountAsync(messages);

    /// <summary>The transcript as it stands.</summary>
    public Task<IReadOnlyList<string>> TranscriptAsync() => Messages.AllInnerTextsAsync();

    /// <summary>Waits until the transcript is exactly this, each message once and in order.</summary>
    public Task HasTranscriptAsync(IEnumerable<string> messages) => Expect(Messages).ToHaveTextAsync(messages, new() { UseInnerText = true });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
