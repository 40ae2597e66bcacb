using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>The policy allows nothing inline, and the pages get by with that: a browser reports every violation as an error.</summary>
[Collection(RunningShopCollection.Name)]
public class ContentSecurityPolicyTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program)]
    public async Task EveryPage_HasAPolicyThatAllowsNothingInline()
    {
        using var http = new HttpClient { BaseAddress = shop.Address };
        foreach (var path in new[] { "/", "/console", "/console/scripts", "/console/welcome?token=x" })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldStartWith("default-src 'none'; script-src 'self';");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task EveryPageOfTheConsole_WhenOpened_ReportsNoViolation()
    {
        var context = await shop.AgentContextAsync();
        var watch = new ContextWatch(context, shop.Address);
        await using var console = await ConsolePage.OpenAsync(context, shop.Address);
        foreach (var path in new[] { "promises", "board", "scripts", "scripts/ship.time.standard", "new-script", "inbox", "playground", "publish", "accounts" })
        {
            await console.Page.GotoAsync(new Uri(shop.Address, $"/console/{path}").ToString());
            await Expect(console.Page.Locator("main")).ToBeVisibleAsync();
            await Expect(console.Page.Locator(".ant-spin-spinning")).ToHaveCountAsync(0);
        }
        await console.Page.GetByTestId("account-add").ClickAsync();
        await Expect(console.Page.GetByTestId("account-name")).ToBeVisibleAsync();
        await console.Page.Keyboard.PressAsync("Escape");
        await console.Page.GetByTestId("user-menu").ClickAsync();
        await console.Page.GetByTestId("own-sessions").ClickAsync();
        await Expect(console.Page.GetByTestId("sessions")).ToBeVisibleAsync();
        watch.Faults.ShouldBeEmpty();
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Session_WhenEndedElsewhere_ShowsTheSignInPageAtOnce()
    {
        await using var here = await shop.OpenConsoleAsync();
        var elsewhere = await shop.Browser.NewContextAsync();
        var page = await elsewhere.NewPageAsync();
        await page.GotoAsync(new Uri(shop.Address, "/console").ToString());
        await page.GetByTestId("sign-in-name").FillAsync(ConsolePage.Name);
        await page.GetByTestId("sign-in-password").FillAsync(ConsolePage.Password);
        await page.GetByTestId("sign-in-submit").ClickAsync();
        await Expect(page.GetByTestId("line")).ToHaveAttributeAsync("data-status", "online");

        await here.Page.GetByTestId("user-menu").ClickAsync();
        await here.Page.GetByTestId("own-sessions").ClickAsync();
        await Expect(here.Page.GetByTestId("session-end").First).ToBeVisibleAsync();
        while (await here.Page.GetByTestId("session-end").CountAsync() is > 0 and var open)
        {
            await here.Page.GetByTestId("session-end").First.ClickAsync();
            await Expect(here.Page.GetByTestId("session-end")).ToHaveCountAsync(open - 1);
        }

        await Expect(page.GetByTestId("sign-in-submit")).ToBeVisibleAsync();
        await Expect(here.Page.GetByTestId("line")).ToHaveAttributeAsync("data-status", "online");
    }
}
