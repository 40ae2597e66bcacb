using Microsoft.Playwright;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Looks at a page with axe.</summary>
internal static class Accessibility
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
          return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, impact, nodes }) => `${id} (${impact}) ${nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} [${any.map(({ message }) => message).join('; ').slice(0, 160)}]`).join(' | ')}`);
        }
        """;

    /// <summary>What is serious or critical on the page as it stands.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the page is called in the faults.</param>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, string name)
    {
        // Dialogs open and colours fade; what is looked at is where they end.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => {})))");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Repository.Axe));
        return (await page.EvaluateAsync<string[]>(Run)).Select(fault => $"{name}: {fault}");
    }
}
