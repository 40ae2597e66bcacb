using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>Two agents and two buyers at once.</summary>
[Collection(RunningShopCollection.Name)]
public class TwoAgentsTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Agents_WithABuyerEach_AreHeardByTheirOwnBuyerOnly()
    {
        await using var first = await shop.OpenConsoleAsync();
        await using var second = await shop.NewColleagueAsync("xiaomi", "客服小米");
        await using var one = await shop.NewBuyerAsync();
        await using var other = await shop.NewBuyerAsync();
        await Task.WhenAll(one.AskAsync("转人工"), other.AskAsync("转人工"));
        await Task.WhenAll(first.OpenAsync(one.ConversationId, "waiting"), second.OpenAsync(other.ConversationId, "waiting"));
        await Task.WhenAll(first.AcceptAsync(), second.AcceptAsync());

        await Task.WhenAll(first.SendAsync("您好，我是小栗，您的问题我来跟进。"), second.SendAsync("您好，我是小米，您的问题我来处理。"));
        await Task.WhenAll(one.SayAsync("我要换尺码，谢谢"), other.SayAsync("我要开发票，谢谢"));

        await Expect(first.Messages.Last).ToHaveTextAsync("我要换尺码，谢谢");
        await Expect(second.Messages.Last).ToHaveTextAsync("我要开发票，谢谢");
        await Expect(one.Messages.Filter(new() { HasText = "我是小栗" })).ToHaveCountAsync(1);
        await Expect(other.Messages.Filter(new() { HasText = "我是小米" })).ToHaveCountAsync(1);
        (await one.TranscriptAsync()).ShouldNotContain(text => text.Contains("小米", StringComparison.Ordinal));
        (await other.TranscriptAsync()).ShouldNotContain(text => text.Contains("小栗", StringComparison.Ordinal));

        // Neither can write where the other talks.
        await second.OpenAsync(one.ConversationId, "all");
        await Expect(second.Page.GetByTestId("take-bar")).ToContainTextAsync(ConsolePage.DisplayName);
        await Expect(second.Draft).ToHaveCountAsync(0);
        await second.TakeABreakAsync();
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Buyer_InTwoTabsAtOnce_SeesTheSameInBoth()
    {
        await using var first = await shop.NewBuyerAsync();
        await first.AskAsync("在吗");
        var kept = await first.Page.Context.StorageStateAsync();

        await using var second = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(kept), shop.Address);
        await second.HasCountAsync(2);
        await second.AskAsync("可以开发票吗");
        await first.HasCountAsync(4);
        await first.AskAsync("什么时候发货");
        await second.HasCountAsync(6);
        await Expect(first.Page.GetByTestId("open-elsewhere")).ToHaveCountAsync(0);
    }
}
