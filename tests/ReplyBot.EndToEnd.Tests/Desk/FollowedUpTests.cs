using System.Text.Json;
using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>A dispute from the offer to the rest after it, with a promise for a later time.</summary>
[Collection(RunningShopCollection.Name)]
public class FollowedUpTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Agent_WhoIsOfferedADispute_ComesBackToItLaterAndRests()
    {
        await using var console = await shop.OpenConsoleAsync();
        var page = console.Page;
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("你们就是骗子！再不退钱我就去12315投诉，我的电话13812345678");

        // Nobody else is at the desk: whoever waits is offered here, one after the other.
        var offer = page.GetByTestId("offer");
        while (await offer.GetAttributeAsync("data-conversation") is { } other && other != buyer.ConversationId)
        {
            await offer.GetByTestId("offer-decline").ClickAsync();
            await Expect(page.Locator($"[data-testid=offer][data-conversation='{other}']")).ToHaveCountAsync(0);
        }
        await offer.GetByTestId("offer-accept").ClickAsync();
        await Expect(page.GetByTestId("conversation")).ToHaveAttributeAsync("data-conversation-id", buyer.ConversationId);
        await Expect(console.Draft).ToBeVisibleAsync();

        await Expect(page.GetByTestId("fact-phone")).ToHaveTextAsync("138****78");
        await page.GetByTestId("unmask").ClickAsync();
        await Expect(page.GetByTestId("fact-phone")).ToHaveTextAsync("13812345678");
        (await AuditedAsync(console)).ShouldContain(("unmask", buyer.ConversationId));

        await page.GetByTestId("plan-follow-up").ClickAsync();
        // A time is typed, or chosen, as the console's language writes it.
        await page.GetByTestId("follow-up-due").FillAsync($"{TimeProvider.System.GetUtcNow().AddDays(3):yyyy-MM-dd} 15:30");
        await page.GetByTestId("follow-up-note").FillAsync("退款到账了告诉买家");
        await Picture.TakeAsync(page, "console-follow-up");
        await page.GetByTestId("follow-up-submit").ClickAsync();
        await Expect(page.GetByTestId("own-follow-up")).ToContainTextAsync("退款到账了告诉买家");
        await Expect(page.GetByTestId("own-follow-up")).ToContainTextAsync("15:30");

        await page.GetByTestId("close").ClickAsync();
        await page.GetByTestId("outcome-unsolved").ClickAsync();
        await page.GetByTestId("close-submit").ClickAsync();
        await page.GetByTestId("rest-take").ClickAsync();
        await Expect(page.GetByTestId("resting")).ToBeVisibleAsync();
        await page.GetByTestId("rest-end").ClickAsync();
        await Expect(page.GetByTestId("resting")).ToHaveCountAsync(0);

        await page.GetByTestId("nav-promises").ClickAsync();
        var planned = page.GetByTestId("follow-up-row").Filter(new() { HasText = "退款到账了告诉买家" });
        await planned.Locator("[data-testid^=follow-up-done-]").ClickAsync();
        await Expect(planned).ToHaveCountAsync(0);
    }

    private static async Task<IEnumerable<(string? Action, string? Subject)>> AuditedAsync(ConsolePage console) =>
        (await console.Page.EvaluateAsync<JsonElement>("async () => (await (await fetch('/api/audit?take=20')).json()).items")).EnumerateArray()
            .Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("subject").GetString()));
}
