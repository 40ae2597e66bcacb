using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>A Direct Line client's socket.</summary>
internal sealed class TestSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public static async Task<TestSocket> OpenAsync(string streamUrl, string? origin = null)
    {
        var socket = new TestSocket();
        if (origin is not null)
            socket._socket.Options.SetRequestHeader("Origin", origin);
        socket._socket.Options.CollectHttpResponseDetails = true;
        using var patience = new CancellationTokenSource(Patience);
        await socket._socket.ConnectAsync(new(streamUrl), patience.Token);
        return socket;
    }

    /// <summary>The status that refuses a stream.</summary>
    public static async Task<int> RefusedAsync(string streamUrl, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        using var patience = new CancellationTokenSource(Patience);
        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(new(streamUrl), patience.Token));
        return (int)socket.HttpStatusCode;
    }

    /// <summary>The next frame as text, empty for a keep-alive, null when the server said goodbye.</summary>
    public async Task<string?> ReceiveTextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
                return null;
            }

            frame.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(frame.ToArray());
        }
    }

    /// <summary>The next frame that is not a keep-alive.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        while (true)
        {
            var text = await ReceiveTextAsync() ?? throw new InvalidOperationException($"The socket was closed: {CloseStatus} {CloseReason}");
            if (text.Length > 0)
                return JsonDocument.Parse(text).RootElement;
        }
    }

    /// <summary>The next activities until there are as many as asked for.</summary>
    public async Task<List<JsonElement>> ReceiveActivitiesAsync(int count)
    {
        List<JsonElement> activities = [];
        while (activities.Count < count)
            activities.AddRange((await ReceiveAsync()).GetProperty("activities").EnumerateArray());
        return activities;
    }

    public async Task SendAsync(byte[] frame, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(frame, type, endOfMessage: true, patience.Token);
    }

    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
