using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>A buyer and an agent, each in a browser of their own.</summary>
[Collection(RunningShopCollection.Name)]
public class HandoffTests(RunningShop shop)
{
    private const string TypedReply = "您好，我是客服小栗，您说的情况我记下了，有结果马上在这里告诉您。";

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Conversation_WhenHandedOverAnsweredAndReturned_IsWholeOnBothSides()
    {
        await using var console = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();

        // The bot answers what it knows and hands over what it does not.
        await buyer.AskAsync("什么时候发货");
        (await buyer.AskAsync("转人工")).ShouldContain("稍等");

        // The agent sees who waits, and for how long.
        await console.ShowAsync("waiting");
        await Expect(console.Row(buyer.ConversationId)).ToHaveAttributeAsync("data-state", "waiting");
        var clock = console.WaitingClock(buyer.ConversationId);
        await Expect(clock).Not.ToHaveTextAsync(await clock.InnerTextAsync());

        // The agent takes the buyer, and sends a suggestion that was edited and a reply of their own.
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await Expect(console.Messages).ToHaveTextAsync(await buyer.TranscriptAsync());
        await console.AcceptAsync();
        (await console.Suggestions.CountAsync()).ShouldBeInRange(1, 3);
        var edited = await console.UseSuggestionAsync(1) + "我是小栗，现在由我为您处理。";
        await console.SendAsync(edited);
        await console.SendAsync(TypedReply);

        // The buyer sees both without reloading, under a person's name.
        await buyer.HasCountAsync(6);
        var transcript = await buyer.TranscriptAsync();
        transcript[4].ShouldBe(edited);
        transcript[5].ShouldBe(TypedReply);
        await Expect(buyer.Speakers.Last).ToContainTextAsync(ConsolePage.DisplayName);

        // A reload loses nothing and doubles nothing.
        await buyer.Page.ReloadAsync();
        await buyer.HasTranscriptAsync(transcript);

        // Back with the bot, the bot answers again.
        await console.ReturnToBotAsync();
        await buyer.AskAsync("可以开发票吗");
        transcript = await buyer.TranscriptAsync();
        transcript.Count.ShouldBe(8);

        // Neither does a closed browser.
        var kept = await buyer.Page.Context.StorageStateAsync();
        await buyer.DisposeAsync();
        await using var again = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(kept), shop.Address);
        again.ConversationId.ShouldBe(buyer.ConversationId);
        await again.HasTranscriptAsync(transcript);

        // The agent takes over from the bot and closes.
        await console.AcceptAsync();
        await console.CloseAsync();
        await Expect(console.Messages).ToHaveTextAsync(transcript);
        await again.HasTranscriptAsync(transcript);
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Buyer_WhenClosedConversationIsTakenUpAgain_IsAnsweredByTheBot()
    {
        await using var console = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await console.OpenAsync(buyer.ConversationId, "waiting");
        await console.AcceptAsync();
        await console.CloseAsync();

        await buyer.AskAsync("什么时候发货");

        await console.HasStateAsync("bot");
    }
}
