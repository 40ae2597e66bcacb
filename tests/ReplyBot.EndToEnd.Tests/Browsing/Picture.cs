using Microsoft.Playwright;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Pictures of the pages, for somebody to look at.</summary>
internal static class Picture
{
    /// <summary>Takes one, and sees that the page fits its window.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBe(0, $"{name} is wider than its window");
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Repository.Screenshots, $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    /// <summary>Takes one in each theme.</summary>
    public static async Task TakeInBothThemesAsync(IPage page, string name)
    {
        await TakeAsync(page, $"{name}-light");
        await page.GetByTestId("switch-theme").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await TakeAsync(page, $"{name}-dark");
        await page.GetByTestId("switch-theme").ClickAsync();
    }
}
