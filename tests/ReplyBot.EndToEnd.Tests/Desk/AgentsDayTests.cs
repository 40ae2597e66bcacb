using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>What an agent does in a day, with a buyer and the supervisor, each in a browser of their own.</summary>
[Collection(RunningShopCollection.Name)]
public class AgentsDayTests(RunningShop shop)
{
    private const string Compensation = "买家主动提出的其他补偿（超出客服额度）";
    private const string Promise = "亲，这边给您补偿60元，算我们的一点心意。";

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Agent_FromTheBreakToTheClosedConversation_GetsThroughTheDay()
    {
        await using var boss = await ConsolePage.OpenAsync(await shop.AgentContextAsync(RunningShop.Laptop), shop.Address);
        await using var agent = await shop.NewColleagueAsync("xiaomai", "客服小麦");
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");

        await OnABreakNoBuyerIsTakenAsync(agent, buyer);
        await agent.AcceptAsync();
        await Expect(agent.Draft).ToBeFocusedAsync();
        await SuggestionsAreUnderTheNumberKeysAsync(agent, buyer);
        await SlipsAreMendedWithOneClickAsync(agent);
        await Expect(buyer.Last).ToHaveTextAsync("亲，退款会原路返回，请您放心。");
        await RepliesAreSavedForTheEditorsAsync(agent);
        await WhatIsAboveTheCeilingIsAskedForAsync(agent, boss);
        await Expect(buyer.Last).ToHaveTextAsync(Promise);
        await TheBuyerIsGivenToTheBossWithANoteAsync(agent, boss, buyer);
        await boss.CloseAsync();

        // The next time the colleagues see how it ended.
        await buyer.AskAsync("转人工");
        await agent.OpenAsync(buyer.ConversationId, "waiting");
        await Expect(agent.Page.GetByTestId("past-handoff").First).ToContainTextAsync("已解决");
        await agent.TakeABreakAsync();
    }

    private static async Task OnABreakNoBuyerIsTakenAsync(ConsolePage agent, BuyerPage buyer)
    {
        await agent.Page.GetByTestId("presence-away").ClickAsync();
        await Expect(agent.Page.GetByTestId("break-clock")).ToBeVisibleAsync();
        await agent.OpenAsync(buyer.ConversationId, "waiting");
        await agent.Page.GetByTestId("accept").ClickAsync();
        await Expect(agent.Page.GetByText("您在小休中，恢复接待后再接新买家")).ToBeVisibleAsync();
        await agent.HasStateAsync("waiting");
        await agent.Page.GetByTestId("presence-online").ClickAsync();
        await Expect(agent.Page.GetByTestId("break-clock")).ToHaveCountAsync(0);
    }

    private static async Task SuggestionsAreUnderTheNumberKeysAsync(ConsolePage agent, BuyerPage buyer)
    {
        await buyer.SayAsync("什么时候发货");
        await Expect(agent.Suggestions.First).ToHaveAttributeAsync("data-script", new Regex("^ship\\."));
        await agent.Draft.PressAsync("1");
        await Expect(agent.Draft).Not.ToHaveValueAsync("");
        await agent.Draft.FillAsync("");
    }

    private static async Task SlipsAreMendedWithOneClickAsync(ConsolePage agent)
    {
        await agent.Draft.FillAsync("亲，退宽会原路返回，请您放心。");
        var slip = agent.Page.Locator("[data-testid=finding][data-code=KB319]");
        await Expect(slip).ToHaveAttributeAsync("data-severity", "warning");
        await slip.GetByTestId("finding-fix").ClickAsync();
        await Expect(agent.Draft).ToHaveValueAsync("亲，退款会原路返回，请您放心。");
        await Expect(agent.Draft).ToBeFocusedAsync();
        await agent.Page.GetByTestId("send").ClickAsync();
        await Expect(agent.Page.GetByTestId("pending")).ToHaveCountAsync(0);
    }

    private static async Task RepliesAreSavedForTheEditorsAsync(ConsolePage agent)
    {
        await agent.Page.GetByTestId("save-reply").Last.ClickAsync();
        await agent.Page.GetByTestId("save-reply-submit").ClickAsync();
        await Expect(agent.Page.GetByTestId("reply-saved")).ToHaveCountAsync(1);
    }

    private static async Task WhatIsAboveTheCeilingIsAskedForAsync(ConsolePage agent, ConsolePage boss)
    {
        await agent.Draft.FillAsync(Promise);
        var blocked = agent.Page.Locator("[data-testid=finding][data-code=KB316]");
        await Expect(blocked).ToHaveAttributeAsync("data-severity", "error");
        await blocked.GetByTestId("finding-ask").ClickAsync();
        await agent.ChooseAsync("approval-case", Compensation);
        await agent.Dialog.GetByRole(AriaRole.Spinbutton).FillAsync("80");
        await agent.Dialog.GetByRole(AriaRole.Textbox).FillAsync("第二次延误，买家很克制");
        await Picture.TakeAsync(agent.Page, "console-approval");
        await agent.Page.GetByTestId("approval-submit").ClickAsync();
        await Expect(agent.Page.GetByTestId("approval")).ToHaveAttributeAsync("data-state", "open");

        await Expect(boss.Page.GetByTestId("nav-approvals")).ToBeVisibleAsync();
        await boss.Page.GetByTestId("nav-board").ClickAsync();
        var asked = boss.Page.GetByTestId("board-approval");
        var figure = asked.GetByRole(AriaRole.Spinbutton);
        await Picture.TakeInBothThemesAsync(boss.Page, "board-approvals");
        await figure.FillAsync("101");
        await asked.GetByTestId("approval-grant").ClickAsync();
        await Expect(boss.Page.GetByText("最多 100 元").First).ToBeVisibleAsync();
        await figure.FillAsync("60");
        await asked.GetByTestId("approval-grant").ClickAsync();
        await Expect(asked).ToHaveCountAsync(0);

        await Expect(agent.Page.GetByTestId("approval")).ToHaveAttributeAsync("data-state", "granted");
        await Picture.TakeInBothThemesAsync(agent.Page, "console-granted");
        await agent.SendAsync(Promise);
    }

    private static async Task TheBuyerIsGivenToTheBossWithANoteAsync(ConsolePage agent, ConsolePage boss, BuyerPage buyer)
    {
        await agent.Page.GetByTestId("transfer").ClickAsync();
        await agent.ChooseAsync("transfer-to", ConsolePage.DisplayName);
        await agent.Dialog.GetByRole(AriaRole.Textbox).FillAsync("已补偿60元，请跟进到账");
        await agent.Page.GetByTestId("transfer-submit").ClickAsync();
        await Expect(agent.Page.GetByTestId("take-bar")).ToBeVisibleAsync();

        await boss.Page.GetByTestId("nav-conversations").ClickAsync();
        await boss.OpenAsync(buyer.ConversationId, "mine");
        await Expect(boss.Page.Locator("[data-testid=message][data-kind=note]")).ToContainTextAsync("已补偿60元，请跟进到账");
        await Expect(boss.Draft).ToBeVisibleAsync();
        (await buyer.TranscriptAsync()).ShouldNotContain(text => text.Contains("请跟进到账", StringComparison.Ordinal));
    }
}
