using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using ReplyBot.EndToEnd.Tests.Programs;

// One program and one browser: what uses them goes one after the other, and beside it what starts programs of its own.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace ReplyBot.EndToEnd.Tests;

/// <summary>
/// The program, started once for all tests as somebody starts it for the first time, with a browser in which the first account was
/// made through the one-time link. Tests keep apart by having buyers of their own.
/// </summary>
public sealed class RunningShop : IAsyncLifetime
{
    /// <summary>The smallest window that the console has to fit.</summary>
    internal static readonly ViewportSize Laptop = new() { Width = 1366, Height = 768 };

    private ShopFolders? _folders;
    private RunningProgram? _program;
    private Chromium? _chromium;
    private string? _agent;

    /// <summary>Where the program serves.</summary>
    public Uri Address => _program!.Address;

    /// <summary>The browser.</summary>
    internal Chromium Browser => _chromium!;

    public async Task InitializeAsync()
    {
        if (Requirements.FirstMissing(Requirement.Program) is not null)
            return;
        _folders = ShopFolders.Create();
        ModelCache.Restore(_folders);
        _program = await RunningProgram.StartAsync(_folders);
        ModelCache.Keep(_folders);
        if (Requirements.FirstMissing(Requirement.Browser) is not null)
            return;
        _chromium = await Chromium.LaunchAsync();
        _agent = await _chromium.MakeFirstAccountAsync(_program);
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _program?.Dispose();
        _folders?.Dispose();
    }

    /// <summary>A new buyer in a browser of their own, on the open page.</summary>
    internal async Task<BuyerPage> NewBuyerAsync() => await BuyerPage.OpenAsync(await Browser.NewContextAsync(), Address);

    /// <summary>The agent's console in a browser of its own, signed in.</summary>
    internal async Task<ConsolePage> OpenConsoleAsync() => await ConsolePage.OpenAsync(await AgentContextAsync(), Address);

    /// <summary>The console of a new colleague of the agent, who only talks with buyers.</summary>
    /// <param name="name">The name to sign in with.</param>
    /// <param name="displayName">The name that buyers see.</param>
    internal async Task<ConsolePage> NewColleagueAsync(string name, string displayName)
    {
        await using (var boss = await OpenConsoleAsync())
            await boss.AddAccountAsync(name, displayName);
        return await ConsolePage.SignInAsync(await Browser.NewContextAsync(size: Laptop), Address, name);
    }

    /// <summary>A browser in which the agent is signed in.</summary>
    internal Task<IBrowserContext> AgentContextAsync(ViewportSize? size = null) => Browser.NewContextAsync(_agent, size);
}

/// <summary>The tests that share the running program.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // xunit's own word for it.
public sealed class RunningShopCollection : ICollectionFixture<RunningShop>
#pragma warning restore CA1711
{
    public const string Name = "running shop";
}
