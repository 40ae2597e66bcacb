using System.Net.WebSockets;
using System.Text.Json;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.DirectLine;

public class StreamTests
{
    [Fact]
    public async Task Stream_WhenMessagesCameBeforeItOpened_SendsThemFirst()
    {
        await using var host = await TestHost.StartAsync();
        host.Gateway.Bot = message => $"收到：{message.Text}";
        var open = await host.OpenAsync();
        await host.CallAsync(HttpMethod.Post, open.Activities, open.Token, new { type = "message", text = "在吗" });

        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);
        var frame = await socket.ReceiveAsync();

        frame.GetProperty("activities").EnumerateArray().Select(Text).ShouldBe(["在吗", "收到：在吗"]);
        frame.GetProperty("watermark").GetString().ShouldBe("2");
    }

    [Fact]
    public async Task Stream_WhenAHumanSpeaksUnasked_ReachesTheSocket()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);

        host.Gateway.Say(open.Id, "您好，我是人工客服小林");

        var activity = (await socket.ReceiveActivitiesAsync(1)).Single();
        Text(activity).ShouldBe("您好，我是人工客服小林");
        activity.GetProperty("from").GetProperty("name").GetString().ShouldBe("小林");
        activity.GetProperty("channelData").GetProperty("replyBot").GetProperty("from").GetString().ShouldBe("agent");
    }

    [Fact]
    public async Task Stream_WhenSomebodyTypes_SendsTypingWithoutWatermark()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);
        host.Gateway.Say(open.Id, "稍等");
        await socket.ReceiveActivitiesAsync(1);

        host.Gateway.Type(open.Id);

        var frame = await socket.ReceiveAsync();
        frame.GetProperty("activities")[0].GetProperty("type").GetString().ShouldBe("typing");
        frame.TryGetProperty("watermark", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Stream_WhenReconnectedWithWatermark_ReplaysExactlyWhatWasMissed()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        host.Gateway.Say(open.Id, "第1条");
        string watermark;
        await using (var socket = await TestSocket.OpenAsync(open.StreamUrl))
        {
            watermark = (await socket.ReceiveAsync()).GetProperty("watermark").GetString()!;
        }

        for (var i = 2; i <= 130; i++)
            host.Gateway.Say(open.Id, $"第{i}条");
        var again = await host.CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{open.Id}?watermark={watermark}", open.Token);

        await using var second = await TestSocket.OpenAsync(again.GetProperty("streamUrl").GetString()!);
        var replayed = await second.ReceiveActivitiesAsync(129);
        replayed.Select(Text).ShouldBe(Enumerable.Range(2, 129).Select(i => $"第{i}条"));
    }

    [Fact]
    public async Task Stream_WhenManySpeakAtOnce_SendsEachOnceInOrder()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);

        var speaking = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                host.Gateway.Say(open.Id, "在");
        })));
        var received = await socket.ReceiveActivitiesAsync(400);
        await speaking;

        received.Select(activity => activity.GetProperty("id").GetString()).ShouldBe(
            Enumerable.Range(1, 400).Select(i => $"{open.Id}|{i:D7}"));
    }

    [Fact]
    public async Task Stream_WhenTwoTabsAreOpen_ServesBoth()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var first = await TestSocket.OpenAsync(open.StreamUrl);
        await using (var second = await TestSocket.OpenAsync(open.StreamUrl))
        {
            host.Gateway.Say(open.Id, "第1条");
            Text((await first.ReceiveActivitiesAsync(1)).Single()).ShouldBe("第1条");
            Text((await second.ReceiveActivitiesAsync(1)).Single()).ShouldBe("第1条");
        }
        host.Gateway.Say(open.Id, "第2条");
        Text((await first.ReceiveActivitiesAsync(1)).Single()).ShouldBe("第2条");
    }

    [Fact]
    public async Task Stream_WhenOneSocketTooManyOpens_ClosesTheOldestWithAGoodbye()
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:SocketsPerConversation"] = "1" });
        var open = await host.OpenAsync();
        await using var first = await TestSocket.OpenAsync(open.StreamUrl);
        host.Gateway.Say(open.Id, "第1条");
        await first.ReceiveActivitiesAsync(1);

        await using var second = await TestSocket.OpenAsync(open.StreamUrl);

        (await first.ReceiveTextAsync()).ShouldBeNull();
        first.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
        await second.ReceiveActivitiesAsync(1);
        host.Gateway.Say(open.Id, "第2条");
        Text((await second.ReceiveActivitiesAsync(1)).Single()).ShouldBe("第2条");
    }

    [Fact]
    public async Task Stream_WhenNothingHappens_SendsEmptyFrames()
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:KeepAliveInterval"] = "00:00:00.020" });
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);

        (await socket.ReceiveTextAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Stream_WhenClientSendsEmptyFrames_GoesOn()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);

        await socket.SendAsync([]);
        await socket.SendAsync([]);
        host.Gateway.Say(open.Id, "还在");

        Text((await socket.ReceiveActivitiesAsync(1)).Single()).ShouldBe("还在");
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text)]
    [InlineData(WebSocketMessageType.Binary)]
    public async Task Stream_WhenClientSendsALargeFrame_IsClosed(WebSocketMessageType type)
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);

        await socket.SendAsync(new byte[5000], type);

        (await socket.ReceiveTextAsync()).ShouldBeNull();
        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.MessageTooBig);
    }

    [Fact]
    public async Task Stream_WhenClientSaysGoodbye_IsForgotten()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);
        host.Gateway.Say(open.Id, "在");
        await socket.ReceiveActivitiesAsync(1);
        host.Gateway.WatcherCount.ShouldBe(1);

        await socket.CloseAsync();

        SpinWait.SpinUntil(() => host.Gateway.WatcherCount == 0, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    [Fact]
    public async Task Stream_WhenConversationIsDeleted_IsClosed()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);
        host.Gateway.Say(open.Id, "在");
        await socket.ReceiveActivitiesAsync(1);

        host.Gateway.Forget(open.Id);
        host.Gateway.Touch(open.Id);

        (await socket.ReceiveTextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Stream_WhenTheProgramStops_SendsClientsAway()
    {
        var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(open.StreamUrl);
        host.Gateway.Say(open.Id, "在");
        await socket.ReceiveActivitiesAsync(1);

        var stopping = host.DisposeAsync().AsTask();

        (await socket.ReceiveTextAsync()).ShouldBeNull();
        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        await stopping;
    }

    [Fact]
    public async Task Stream_WhenTicketIsOldForeignOrMissing_Is403()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        var other = await host.OpenAsync();
        var ticket = open.StreamUrl[(open.StreamUrl.IndexOf("&t=", StringComparison.Ordinal) + 3)..];
        var theirs = other.StreamUrl[..(other.StreamUrl.IndexOf("&t=", StringComparison.Ordinal) + 3)];

        (await TestSocket.RefusedAsync(theirs + ticket)).ShouldBe(403);
        (await TestSocket.RefusedAsync(theirs)).ShouldBe(403);
        (await TestSocket.RefusedAsync(theirs + other.Token)).ShouldBe(403);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        (await TestSocket.RefusedAsync(open.StreamUrl)).ShouldBe(403);
    }

    [Fact]
    public async Task Stream_WhenPageIsOfAForeignOrigin_Is403()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        (await TestSocket.RefusedAsync(open.StreamUrl, "https://evil.example")).ShouldBe(403);
        await using var own = await TestSocket.OpenAsync(open.StreamUrl, host.Address);
    }

    [Fact]
    public async Task Stream_WhenThereAreTooMany_Is429()
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:MaxSockets"] = "1" });
        var first = await host.OpenAsync();
        var second = await host.OpenAsync();
        await using var socket = await TestSocket.OpenAsync(first.StreamUrl);

        (await TestSocket.RefusedAsync(second.StreamUrl)).ShouldBe(429);
    }

    [Fact]
    public async Task Stream_WhenAskedWithoutASocket_Is400()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        using var response = await host.Client.GetAsync("http" + open.StreamUrl[2..]);

        ((int)response.StatusCode).ShouldBe(400);
    }

    private static string? Text(JsonElement activity) => activity.GetProperty("text").GetString();
}
