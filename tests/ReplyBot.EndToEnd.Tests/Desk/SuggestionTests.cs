using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>What the bot does while an agent holds a conversation.</summary>
[Collection(RunningShopCollection.Name)]
public class SuggestionTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Buyer_WhenAnAgentHoldsTheConversation_IsAnsweredByTheAgentOnly()
    {
        await using var console = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("在吗");
        await console.OpenAsync(buyer.ConversationId, "all");
        await console.AcceptAsync();
        var before = await buyer.TranscriptAsync();

        await buyer.SayAsync("什么时候发货");

        // What the bot makes of a message is stored as one: with its suggestions here, an answer would be here too.
        await Expect(console.Suggestions.First).ToHaveAttributeAsync("data-script", new System.Text.RegularExpressions.Regex("^ship\\."));
        (await console.Suggestions.CountAsync()).ShouldBeLessThanOrEqualTo(3);
        await console.SendAsync("今天就给您发出。");
        await buyer.HasTranscriptAsync([.. before, "什么时候发货", "今天就给您发出。"]);
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Suggestion_WhenSentAsItIs_ReachesTheBuyerWordForWord()
    {
        await using var console = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();
        var words = await console.Suggestions.First.GetByTestId("suggestion-text").InnerTextAsync();

        await console.Page.GetByTestId("suggestion-send-1").ClickAsync();

        await Expect(buyer.Last).ToHaveTextAsync(words);
        await Expect(console.Suggestions).ToHaveCountAsync(0);
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Draft_WhenItHoldsAForbiddenWord_IsNotSent()
    {
        await using var console = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();

        await console.Draft.FillAsync("您加我微信吧，我私下告诉您。");
        await Expect(console.Page.GetByTestId("finding").First).ToHaveAttributeAsync("data-severity", "error");
        await console.Page.GetByTestId("send").ClickAsync();
        await console.SendAsync("您直接在这里说就可以。");

        await Expect(buyer.Last).ToHaveTextAsync("您直接在这里说就可以。");
        (await buyer.TranscriptAsync()).ShouldNotContain(text => text.Contains("微信", StringComparison.Ordinal));
    }
}
