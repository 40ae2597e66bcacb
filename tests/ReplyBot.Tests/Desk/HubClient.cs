using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ReplyBot.Tests.Desk;

/// <summary>A page on the hub: SignalR's JSON protocol over a WebSocket, as far as listening needs it.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;
    private const int Invocation = 1;
    private const int Completion = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _records = new();
    private readonly List<byte> _partial = [];

    /// <summary>Connects, and returns when the hub counts the page as connected.</summary>
    public static async Task<HubClient> ConnectAsync(ConsoleClient browser, string? origin = null)
    {
        var hub = new HubClient();
        hub._socket.Options.Cookies = browser.Cookies;
        hub._socket.Options.SetRequestHeader("Origin", origin ?? browser.Address.GetLeftPart(UriPartial.Authority));
        var address = new UriBuilder(browser.Address) { Scheme = "ws", Path = "/hubs/desk" }.Uri;
        try
        {
            await hub._socket.ConnectAsync(address, CancellationToken.None);
            await hub.SendAsync("""{"protocol":"json","version":1}""");
            // Calls are answered in order and only after the connection is set up.
            await hub.SendAsync("""{"type":1,"invocationId":"1","target":"Nothing","arguments":[]}""");
            await hub.NextAsync(record => record.TryGetProperty("type", out var type) && type.GetInt32() == Completion);
            return hub;
        }
        catch
        {
            hub._socket.Dispose();
            throw;
        }
    }

    /// <summary>The argument of the next message with this name that fits; others are passed over.</summary>
    public async Task<JsonElement> NextAsync(string name, Func<JsonElement, bool>? fits = null)
    {
        var record = await NextAsync(record =>
            record.GetProperty("type").GetInt32() == Invocation && record.GetProperty("target").GetString() == name && fits?.Invoke(record.GetProperty("arguments")[0]) != false);
        return record.GetProperty("arguments")[0];
    }

    /// <summary>Returns when the server has ended the connection.</summary>
    public async Task UntilClosedAsync()
    {
        try
        {
            await NextAsync(_ => false);
        }
        catch (WebSocketException)
        {
            // Cut, without a closing handshake or with one.
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonElement> NextAsync(Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            while (_records.TryDequeue(out var record))
                if (fits(record))
                    return record;
            await ReceiveAsync(patience.Token);
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        var received = await _socket.ReceiveAsync(buffer, cancellation);
        if (received.MessageType == WebSocketMessageType.Close)
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        foreach (var part in buffer.AsSpan(0, received.Count))
        {
            if (part != EndOfRecord)
            {
                _partial.Add(part);
                continue;
            }
            _records.Enqueue(JsonDocument.Parse(_partial.ToArray()).RootElement);
            _partial.Clear();
        }
    }

    private Task SendAsync(string record) =>
        _socket.SendAsync(new ArraySegment<byte>([.. Encoding.UTF8.GetBytes(record), EndOfRecord]), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
