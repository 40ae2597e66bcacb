using System.Net;

namespace ReplyBot.Tests.Security;

/// <summary>Somebody who sends without end is slowed down alone.</summary>
public class FloodTests
{
    private const int Neighbourly = 25;

    [Fact]
    public async Task Post_WhenOneConversationIsFlooded_Is429AndANeighbourGoesOn()
    {
        await using var host = await RunningHost.StartAsync("RateLimits:DirectLinePerSecond=100000");
        var flooder = await host.OpenBuyerAsync();
        using var end = new CancellationTokenSource();
        var flood = FloodAsync(flooder, end.Token);
        await SpeakAsync(await host.OpenBuyerAsync());
        await end.CancelAsync();
        var refused = await flood;

        refused.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Ask_WhenOneTokenAsksWithoutEnd_Is429AndAnotherBehindTheSameAddressIsNot()
    {
        await using var host = await RunningHost.StartAsync("RateLimits:DirectLinePerSecond=5");
        var greedy = await host.OpenBuyerAsync();
        var modest = await host.OpenBuyerAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
            answers.Add(await ReadAsync(host, greedy));
        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        (await ReadAsync(host, modest)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stream_WhenManyBuyersBehindOneAddressComeBackAtOnce_NoneIsToldToWait()
    {
        await using var host = await RunningHost.StartAsync("RateLimits:DirectLinePerSecond=2");
        for (var buyer = 0; buyer < 30; buyer++)
        {
            using var answer = await host.Http.GetAsync(new Uri($"/v3/directline/conversations/c{buyer}/stream?t=ticket-{buyer}", UriKind.Relative));
            answer.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }
    }

    private static async Task<HttpStatusCode> ReadAsync(RunningHost host, BuyerLine buyer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{buyer.ConversationId}/activities");
        request.Headers.Authorization = new("Bearer", buyer.Token);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Sends at least a hundred a second; returns how many were refused, each with a time to come back.</summary>
    private static async Task<int> FloodAsync(BuyerLine buyer, CancellationToken end)
    {
        var refused = 0;
        for (var sent = 0; sent < 150 || !end.IsCancellationRequested; sent++)
        {
            using var answer = await buyer.SayAsync("在吗在吗在吗");
            if (answer.StatusCode == HttpStatusCode.OK)
                continue;
            answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
            refused++;
        }
        return refused;
    }

    /// <summary>A buyer speaks at leisure; every message is taken.</summary>
    private static async Task SpeakAsync(BuyerLine buyer)
    {
        for (var i = 0; i < Neighbourly; i++)
        {
            using var answer = await buyer.SayAsync("什么时候发货");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }
}
