using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Bulletins;

/// <summary>A rule changes: the supervisor writes it down, an agent reads it before going online, the supervisor sees that.</summary>
[Collection(RunningShopCollection.Name)]
public class BulletinTests(RunningShop shop)
{
    private const string AgentName = "xiaoming";
    private const string Title = "七月起缺货要主动报备";

    [EndToEndFact(Requirement.Program | Requirement.Browser | Requirement.Axe)]
    public async Task Bulletin_UntilAnAgentHasReadIt_KeepsThemOffline()
    {
        await using var supervisor = await ConsolePage.OpenAsync(await shop.AgentContextAsync(), shop.Address);
        var page = supervisor.Page;
        await AddAgentAsync(page);
        await page.GetByTestId("nav-bulletins").ClickAsync();
        await page.GetByTestId("bulletin-write").ClickAsync();
        await page.GetByTestId("bulletin-title").FillAsync(Title);
        await page.GetByTestId("bulletin-text").FillAsync("超过承诺时间发货的，先在后台报备，再告诉买家。");
        await page.GetByTestId("bulletin-publish").ClickAsync();
        var bulletin = page.GetByTestId("bulletin").Filter(new() { HasText = Title });
        await Expect(bulletin.GetByTestId("bulletin-readers")).ToHaveAttributeAsync("data-read", "1");

        await using var agent = await SignInAsync();
        await Expect(agent.Page.GetByTestId("bulletin-gate")).ToContainTextAsync(Title);
        await Expect(agent.Page.GetByTestId("presence")).ToHaveAttributeAsync("data-online", "false");
        await agent.Page.GetByTestId("bulletin-later").ClickAsync();
        await agent.Page.GetByTestId("presence-online").ClickAsync();
        await Expect(agent.Page.GetByTestId("bulletin-gate")).ToBeVisibleAsync();
        (await Accessibility.DialogFaultsAsync(agent.Page, "bulletins to read")).ShouldBeEmpty();
        await agent.Page.GetByTestId("bulletin-confirm").ClickAsync();
        await Expect(agent.Page.GetByTestId("presence")).ToHaveAttributeAsync("data-online", "true");

        await page.ReloadAsync();
        await Expect(bulletin.GetByTestId("bulletin-readers")).ToHaveAttributeAsync("data-read", "2");
        await bulletin.GetByTestId("bulletin-withdraw").ClickAsync();
        (await Accessibility.DialogFaultsAsync(page, "withdraw a bulletin")).ShouldBeEmpty();
        await page.Locator(".ant-modal-confirm-btns .ant-btn-primary").ClickAsync();
        await Expect(bulletin.GetByTestId("bulletin-withdraw")).ToHaveCountAsync(0);
        await agent.TakeABreakAsync();
    }

    private static async Task AddAgentAsync(IPage page)
    {
        await page.GetByTestId("nav-accounts").ClickAsync();
        await page.GetByTestId("account-add").ClickAsync();
        await page.GetByTestId("account-name").FillAsync(AgentName);
        await page.GetByTestId("account-display-name").FillAsync("客服小明");
        await page.GetByTestId("account-password").FillAsync(ConsolePage.Password);
        await page.GetByTestId("account-save").ClickAsync();
        await Expect(page.GetByTestId($"account-{AgentName}")).ToBeVisibleAsync();
    }

    private async Task<ConsolePage> SignInAsync()
    {
        var context = await shop.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(shop.Address, "/console").ToString());
        await page.GetByTestId("sign-in-name").FillAsync(AgentName);
        await page.GetByTestId("sign-in-password").FillAsync(ConsolePage.Password);
        await page.GetByTestId("sign-in-submit").ClickAsync();
        await Expect(page.GetByTestId("desk")).ToBeVisibleAsync();
        var kept = await context.StorageStateAsync();
        await context.DisposeAsync();
        return await ConsolePage.OpenAsync(await shop.Browser.NewContextAsync(kept), shop.Address);
    }
}
