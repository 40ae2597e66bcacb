using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Debian's Chromium, without a window and asking nobody outside.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Where Debian puts it.</summary>
    public const string Path = "/usr/bin/chromium";

    /// <summary>How long a page may take for one thing on a busy machine, in milliseconds.</summary>
    private const float Patience = 30_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A browser of somebody else: nothing of one is seen in another.</summary>
    /// <param name="storage">What a closed one left behind; empty where nothing is said.</param>
    /// <param name="size">The window; a desktop where nothing is said.</param>
    public async Task<IBrowserContext> NewContextAsync(string? storage = null, ViewportSize? size = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            StorageState = storage,
            ViewportSize = size ?? new ViewportSize { Width = 1440, Height = 900 },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = ColorScheme.Light,
            // What moves is not what is tested, and every click would wait for it.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>Makes the first account through the one-time link.</summary>
    /// <returns>What the browser keeps of it, for <see cref="NewContextAsync"/>.</returns>
    public async Task<string> MakeFirstAccountAsync(RunningProgram program)
    {
        var link = program.FirstAccountLink ?? throw new InvalidOperationException("The program printed no link for a first account.");
        await using var context = await NewContextAsync();
        await ConsolePage.MakeFirstAccountAsync(context, link);
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
