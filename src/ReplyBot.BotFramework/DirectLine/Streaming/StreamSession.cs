using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ReplyBot.BotFramework.Schema;

namespace ReplyBot.BotFramework.DirectLine.Streaming;

/// <summary>
/// One client's socket. It sends what came after its watermark, then whatever follows, in order and without gaps: it is
/// only ever told that there is something new, and reads it from the store.
/// </summary>
internal sealed class StreamSession(
    string conversationId, string serviceAddress, long watermark, WebSocket socket, TranscriptReader transcript, ILogger logger)
{
    /// <summary>The largest frame that a client may send; clients send empty ones only.</summary>
    private const int MaxFrameBytes = 4 * 1024;

    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _awake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { SingleReader = true });
    private int _wake;
    private Participant? _typing;
    private (WebSocketCloseStatus Status, string Reason) _ending;

    [Flags]
    private enum Wake
    {
        Messages = 1,
        Typing = 2,
        KeepAlive = 4,
        End = 8,
    }

    /// <summary>Takes up a sign from the store.</summary>
    public void Signal(TranscriptSignal signal)
    {
        if (signal.TypingBy is { } participant)
        {
            _typing = participant;
            WakeUp(Wake.Typing);
        }
        else
        {
            WakeUp(Wake.Messages);
        }
    }

    /// <summary>Has an empty frame sent unless something else is.</summary>
    public void KeepAlive() => WakeUp(Wake.KeepAlive);

    /// <summary>Has the socket closed with a goodbye.</summary>
    public void End(WebSocketCloseStatus status, string reason)
    {
        _ending = (status, reason);
        WakeUp(Wake.End);
    }

    /// <summary>Serves the socket until either side ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        WakeUp(Wake.Messages);
        var receiving = ReceiveAsync(stop.Token);
        try
        {
            await SendAsync(stop.Token);

            // Our goodbye is out; a client that does not answer it in time is cut off.
            await receiving.WaitAsync(CloseTimeout, CancellationToken.None);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or TimeoutException or IOException)
        {
            Log.Broken(logger, e.Message);
            socket.Abort();
        }
        finally
        {
            await stop.CancelAsync();
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Ignores what the client sends, until it says goodbye or misbehaves.</summary>
    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64];
        var frame = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    End(WebSocketCloseStatus.NormalClosure, "");
                    return;
                }

                frame += received.Count;
                if (frame > MaxFrameBytes)
                    End(WebSocketCloseStatus.MessageTooBig, "frames from clients are empty");
                if (received.EndOfMessage)
                    frame = 0;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The client went away without a goodbye: nobody is left to close with.
            socket.Abort();
            End(WebSocketCloseStatus.Empty, "");
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _awake.Reader.ReadAsync(cancellationToken);
            var wake = (Wake)Interlocked.Exchange(ref _wake, 0);
            if (wake.HasFlag(Wake.End))
            {
                await CloseAsync(cancellationToken);
                return;
            }

            var sent = wake.HasFlag(Wake.Messages) && await SendNewAsync(cancellationToken);
            if (wake.HasFlag(Wake.Typing) && !sent && _typing is { } participant)
                await SendAsync(transcript.Typing(participant, conversationId), cancellationToken);
            else if (wake.HasFlag(Wake.KeepAlive) && !sent)
                await SendAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
        }
    }

    /// <summary>Sends everything after the watermark, and moves it.</summary>
    private async Task<bool> SendNewAsync(CancellationToken cancellationToken)
    {
        var any = false;
        while (await transcript.ReadAsync(conversationId, watermark, serviceAddress, cancellationToken) is { } read)
        {
            watermark = read.Watermark;
            if (read.Set.Activities.Count == 0)
                return any;

            await SendAsync(read.Set, cancellationToken);
            any = true;
        }

        // The conversation is gone: a client that reconnects is told so.
        End(WebSocketCloseStatus.NormalClosure, "the conversation does not exist");
        return any;
    }

    private Task SendAsync(ActivitySet set, CancellationToken cancellationToken) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, ActivityJson.Wire.ActivitySet), cancellationToken);

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(SendTimeout);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(_ending.Status, _ending.Reason, cancellationToken);
    }

    private void WakeUp(Wake reason)
    {
        if (Interlocked.Or(ref _wake, (int)reason) == 0)
            _awake.Writer.TryWrite(true);
    }
}
