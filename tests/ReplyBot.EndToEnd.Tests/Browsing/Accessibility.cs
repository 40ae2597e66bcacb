using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Looks at a page with axe.</summary>
internal static class Accessibility
{
    private const string Dialog = "[role=dialog]";

    private const string Run = """
        async ({ within, rules }) => {
          const { violations } = await axe.run(within ?? document, { resultTypes: ['violations'], runOnly: rules, preload: false });
          return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, impact, nodes }) => `${id} (${impact}) ${nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} [${any.map(({ message }) => message).join('; ').slice(0, 160)}]`).join(' | ')}`);
        }
        """;

    private static readonly string[] Everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
    private static readonly string[] Colours = ["color-contrast"];

    /// <summary>What is serious or critical on the page as it stands.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the page is called in the faults.</param>
    public static Task<IEnumerable<string>> FaultsAsync(IPage page, string name) => LookAsync(page, name, within: null, Everything);

    /// <summary>What is serious or critical of a page's colours: all that another theme changes.</summary>
    public static Task<IEnumerable<string>> ColourFaultsAsync(IPage page, string name) => LookAsync(page, name, within: null, Colours);

    /// <summary>What is serious or critical of the open dialog.</summary>
    public static async Task<IEnumerable<string>> DialogFaultsAsync(IPage page, string name)
    {
        await Expect(page.Locator("[role=dialog]:visible").First).ToBeVisibleAsync();
        return await LookAsync(page, name, Dialog, Everything);
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string name, string? within, string[] rules)
    {
        // Dialogs open and colours fade; what is looked at is where they end.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => {})))");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Repository.Axe));
        return (await page.EvaluateAsync<string[]>(Run, new { within, rules })).Select(fault => $"{name}: {fault}");
    }
}
