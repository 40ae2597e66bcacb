using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Desk;

/// <summary>The console when its line breaks, and when a transcript is long.</summary>
[Collection(RunningShopCollection.Name)]
public class LineTests(RunningShop shop, ITestOutputHelper output)
{
    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Console_WhenTheLineIsCutAndRestored_MissesNothingAndDoublesNothing()
    {
        var context = await shop.AgentContextAsync();
        IWebSocketRoute? line = null;
        await context.RouteWebSocketAsync("**/hubs/desk**", socket =>
        {
            line = socket;
            socket.ConnectToServer();
        });
        await using var agent = await ConsolePage.OpenAsync(context, shop.Address);
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await agent.OpenAsync(buyer.ConversationId, "waiting");
        await agent.AcceptAsync();

        await context.RouteAsync("**/hubs/desk/negotiate**", route => route.AbortAsync());
        await line!.CloseAsync();
        await Expect(agent.Page.GetByTestId("line-banner")).ToBeVisibleAsync();
        foreach (var words in new[] { "第一句", "第二句", "第三句" })
            await buyer.SayAsync(words);
        await context.UnrouteAllAsync();
        await context.RouteWebSocketAsync("**/hubs/desk**", socket => socket.ConnectToServer());

        await agent.IsOnlineAsync();
        await Expect(agent.Page.GetByTestId("line-banner")).ToHaveCountAsync(0);
        await Expect(agent.Messages).ToHaveTextAsync(await buyer.TranscriptAsync());
        await agent.SendAsync("三句都看到了，我来为您处理。");
        await Expect(buyer.Last).ToHaveTextAsync("三句都看到了，我来为您处理。");
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Transcript_WithAThousandMessages_ShowsBothEndsAndScrolls()
    {
        const int Messages = 1000;
        await using var agent = await shop.OpenConsoleAsync();
        await using var buyer = await shop.NewBuyerAsync();
        await buyer.AskAsync("转人工");
        await agent.Page.RouteAsync($"**/api/desk/conversations/{Uri.EscapeDataString(buyer.ConversationId)}", route => AnswerWithAsync(route, Messages));

        await agent.OpenAsync(buyer.ConversationId, "waiting");

        await Expect(agent.Messages).ToHaveCountAsync(Messages);
        await Expect(agent.Messages.Last).ToBeInViewportAsync();
        var frames = await agent.Page.GetByTestId("transcript").EvaluateAsync<double[]>("""
            async (scroller) => {
              const frames = [];
              const step = scroller.scrollHeight / 120;
              let before = await new Promise(requestAnimationFrame);
              for (let at = 0; at < 120; at++) {
                scroller.scrollTop -= step;
                const now = await new Promise(requestAnimationFrame);
                frames.push(now - before);
                before = now;
              }
              scroller.scrollTop = 0;
              return frames;
            }
            """);
        Array.Sort(frames);
        output.WriteLine($"frames while scrolling {Messages} messages: median {frames[frames.Length / 2]:0.0} ms, 95th percentile {frames[frames.Length * 95 / 100]:0.0} ms, slowest {frames[^1]:0.0} ms");
        await Expect(agent.Messages.First).ToBeInViewportAsync();
        await agent.Page.GetByText("回到最新").ClickAsync();
        await Expect(agent.Messages.Last).ToBeInViewportAsync();
    }

    /// <summary>Answers as the program does, with more messages.</summary>
    private static async Task AnswerWithAsync(IRoute route, int messages)
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        var pattern = body["messages"]![0]!;
        body["messages"] = new JsonArray([.. Enumerable.Range(1, messages).Select(number =>
        {
            var message = pattern.DeepClone();
            message["seq"] = number;
            message["id"] = $"many|{number}";
            message["from"] = number % 2 == 1 ? "buyer" : "agent";
            message["text"] = $"第{number}句：" + new string('长', number % 7 * 12);
            return message;
        })]);
        await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "application/json", Body = body.ToJsonString(JsonSerializerOptions.Web) });
    }
}
