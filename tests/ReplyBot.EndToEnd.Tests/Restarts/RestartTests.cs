using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using ReplyBot.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Restarts;

/// <summary>The program is killed and started again on the same data and address, with pages open.</summary>
[Collection(RunningShopCollection.Name)]
public class RestartTests(RunningShop shop)
{
    /// <summary>Pages come back by themselves, after pauses that grow; in milliseconds.</summary>
    private const float Reconnection = 60_000;

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Pages_WhenTheProgramIsKilledAndStartedAgain_GoOnWhereTheyWere()
    {
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);
        using var first = await RunningProgram.StartAsync(folders);
        var agent = await shop.Browser.MakeFirstAccountAsync(first);
        await using var console = await ConsolePage.OpenAsync(await shop.Browser.NewContextAsync(agent), first.Address);
        await using var waiting = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(), first.Address);
        await using var asking = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(), first.Address);
        await waiting.AskAsync("什么时候发货");
        await waiting.AskAsync("转人工");
        var waitingSince = Stopwatch.GetTimestamp();
        var before = await waiting.TranscriptAsync();
        await console.OpenAsync(waiting.ConversationId, "waiting");

        // Killed in the very moment in which a question has been acknowledged.
        await asking.Page.RunAndWaitForResponseAsync(
            () => asking.SayAsync("可以开发票吗"), answer => answer.Request.PostData?.Contains("可以开发票吗", StringComparison.Ordinal) == true);
        first.Kill();
        await Expect(waiting.Page.GetByTestId("offline-banner")).ToBeVisibleAsync();
        using var second = await RunningProgram.StartAsync(folders, first.Address);

        second.FirstAccountLink.ShouldBeNull();
        await waiting.IsOnlineAsync(Reconnection);
        await asking.IsOnlineAsync(Reconnection);
        await console.IsOnlineAsync(Reconnection);
        await waiting.HasTranscriptAsync(before);
        await asking.HasCountAsync(2);
        (await asking.TranscriptAsync())[0].ShouldBe("可以开发票吗");

        // The buyer waits still, and has not waited for nothing; the agent goes on.
        await console.HasStateAsync("waiting");
        var waited = Stopwatch.GetElapsedTime(waitingSince);
        (await SecondsAsync(console.WaitingClock(waiting.ConversationId))).ShouldBeGreaterThanOrEqualTo((int)waited.TotalSeconds - 1);
        await console.AcceptAsync();
        await console.SendAsync("久等了，我来为您处理。");
        await waiting.HasTranscriptAsync([.. before, "久等了，我来为您处理。"]);
        await waiting.SayAsync("好的");
        await Expect(console.Messages.Last).ToHaveTextAsync("好的");
        await asking.HasCountAsync(2);
    }

    private static async Task<int> SecondsAsync(ILocator clock) =>
        (await clock.InnerTextAsync()).Split(':').Aggregate(0, (seconds, part) => seconds * 60 + int.Parse(part, CultureInfo.InvariantCulture));
}
