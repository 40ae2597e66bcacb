using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Security;

/// <summary>Whatever comes in over a socket: nothing breaks, and others' sockets go on.</summary>
public class FrameTests
{
    private const int BetweenSigns = 20;

    [Fact]
    public async Task DirectLine_WhateverAClientSends_ServesTheNeighboursOn()
    {
        await using var host = await RunningHost.StartAsync("RateLimits:DirectLinePerSecond=100000");
        FrameKinds.All.Count.ShouldBeGreaterThan(200);
        var hostile = await host.OpenBuyerAsync();
        var good = await host.OpenBuyerAsync();
        using var neighbour = new ClientWebSocket();
        await neighbour.ConnectAsync(await StreamOfAsync(host, good), CancellationToken.None);
        var sign = 0;
        foreach (var some in FrameKinds.All.Chunk(BetweenSigns))
        {
            var stream = await StreamOfAsync(host, hostile);
            foreach (var (name, bytes) in some)
                (await RawSocket.SendAsync(stream, [], bytes)).ShouldBe("HTTP/1.1 101 Switching Protocols", name);
            using (var said = await good.SayAsync($"第{++sign}声"))
                said.EnsureSuccessStatusCode();
            await HearsAsync(neighbour, $"第{sign}声");
        }
        FaultsIn(host).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hub_WhateverAPageSends_ServesTheNeighboursOn()
    {
        await using var host = await RunningHost.StartAsync();
        var agent = await host.SignInAsync("agent", Roles.Agent);
        var hub = new Uri(host.Address, "/hubs/desk");
        string[] headers = [$"Cookie: {agent.Cookies.GetCookieHeader(host.Address)}", $"Origin: {host.Address.GetLeftPart(UriPartial.Authority)}"];
        var greeting = FrameKinds.Frame(1, "{\"protocol\":\"json\",\"version\":1}\u001e"u8);
        await using var neighbour = await HubClient.ConnectAsync(await host.SignInAsync("other", Roles.Agent));
        var buyer = await host.OpenBuyerAsync();
        foreach (var some in FrameKinds.All.Chunk(BetweenSigns))
        {
            foreach (var (name, bytes) in some)
            {
                (await RawSocket.SendAsync(hub, headers, bytes)).ShouldBe("HTTP/1.1 101 Switching Protocols", name);
                (await RawSocket.SendAsync(hub, headers, [.. greeting, .. bytes])).ShouldBe("HTTP/1.1 101 Switching Protocols", name);
            }
            using (var said = await buyer.SayAsync("在吗"))
                said.EnsureSuccessStatusCode();
            await neighbour.NextAsync("conversationChanged", news => news.GetProperty("conversation").GetProperty("id").GetString() == buyer.ConversationId);
        }
        FaultsIn(host).ShouldBeEmpty();
    }

    /// <summary>What the server logs of faults of its own; clients that break the protocol are noted by name.</summary>
    private static IEnumerable<string> FaultsIn(RunningHost host) =>
        host.Log.Lines.Where(line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase)
            || line.Contains("NullReferenceException", StringComparison.Ordinal) || line.Contains("ArgumentOutOfRangeException", StringComparison.Ordinal));

    private static async Task<Uri> StreamOfAsync(RunningHost host, BuyerLine buyer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{buyer.ConversationId}");
        request.Headers.Authorization = new("Bearer", buyer.Token);
        using var answer = await host.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return new Uri(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("streamUrl").GetString()!);
    }

    private static async Task HearsAsync(ClientWebSocket socket, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var heard = new StringBuilder();
        while (!heard.ToString().Contains(words, StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            received.MessageType.ShouldBe(WebSocketMessageType.Text);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
    }
}
