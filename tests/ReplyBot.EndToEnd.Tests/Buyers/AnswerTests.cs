using ReplyBot.EndToEnd.Tests.Browsing;

namespace ReplyBot.EndToEnd.Tests.Buyers;

/// <summary>What a buyer sees of the bot.</summary>
[Collection(RunningShopCollection.Name)]
public class AnswerTests(RunningShop shop)
{
    private const string NoSlot = "{{";

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Ask_WhenAScriptCoversIt_ShowsTheScriptedAnswer()
    {
        await using var buyer = await shop.NewBuyerAsync();

        var answer = await buyer.AskAsync("什么时候发货");

        answer.ShouldContain("小时内");
        answer.ShouldNotContain(NoSlot);
        await using var console = await shop.OpenConsoleAsync();
        await console.OpenAsync(buyer.ConversationId, "all");
        await console.HasStateAsync("bot");
        (await console.Messages.Last.GetAttributeAsync("title"))!.ShouldContain("ship.time");
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Ask_WhenNoScriptCoversIt_SaysOnceThatAColleagueComes()
    {
        await using var buyer = await shop.NewBuyerAsync();

        await buyer.AskAsync("你们老板属什么的星座呀帮我算一卦");
        await buyer.AskAsync("转人工");
        // Waiting already: it is only added to what the colleague will read.
        await buyer.SayAsync("帮我写一首关于月亮的诗");

        await using var console = await shop.OpenConsoleAsync();
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.HasStateAsync("waiting");
        (await buyer.TranscriptAsync()).Count(text => text.Contains("稍等", StringComparison.Ordinal)).ShouldBe(1);
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Open_WhenAnotherBuyerSpokeBefore_ShowsNothingOfThem()
    {
        await using var first = await shop.NewBuyerAsync();
        await first.AskAsync("可以开发票吗");

        await using var second = await shop.NewBuyerAsync();

        second.ConversationId.ShouldNotBe(first.ConversationId);
        await second.HasCountAsync(0);
        (await second.Page.Context.CookiesAsync()).ShouldContain(cookie => cookie.Name == "replybot-buyer" && cookie.HttpOnly);
        (await second.Page.EvaluateAsync<string>("() => document.cookie")).ShouldBeEmpty();
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task QuickQuestion_WhenPressed_IsAskedAndAnswered()
    {
        await using var buyer = await shop.NewBuyerAsync();
        var question = buyer.Page.GetByTestId("quick-question").First;
        var words = await question.InnerTextAsync();

        await question.ClickAsync();

        await buyer.HasCountAsync(2);
        (await buyer.TranscriptAsync())[0].ShouldBe(words);
    }
}
