using System.Collections.Concurrent;
using System.Threading.Channels;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Conversations.Turns;

/// <summary>
/// Runs pending turns: at once when a buyer speaks, and from the store when a turn was left by a crash or a failure.
/// One conversation's turns run one after another, conversations side by side.
/// </summary>
public sealed class TurnWorker(IConversationStore store, TurnProcessor processor, ConversationFeed feed, TimeProvider clock, Action<string, Exception> failed)
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(15);
    private const int SweepSize = 500;

    /// <summary>Turns wait for the disk most of their time, and those that wait together share one flush.</summary>
    private const int TurnsAtOnce = 16;

    private readonly Channel<string> _due = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> _running = new();

    /// <summary>Conversations whose buyer is given a moment to finish.</summary>
    private readonly ConcurrentDictionary<string, bool> _waiting = new();

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var listening = feed.Listen(news =>
        {
            if (news is { BuyerSpoke: true, Elsewhere: false })
                _due.Writer.TryWrite(news.ConversationId);
        });
        var workers = Enumerable.Range(0, TurnsAtOnce).Select(_ => WorkAsync(cancellation));
        await Task.WhenAll(workers.Append(SweepAsync(cancellation)));
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Sweep, clock);
        do
        {
            foreach (var conversationId in await store.ClaimTurnsAsync(clock.GetUtcNow() - Sweep, clock.GetUtcNow() + Claim, SweepSize, cancellation))
                _due.Writer.TryWrite(conversationId);
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (var conversationId in _due.Reader.ReadAllAsync(cancellation))
        {
            // Somebody runs it already: that turn may have read the store before the new message came, so it is run once more.
            if (!_running.TryAdd(conversationId, false))
                _running.TryUpdate(conversationId, true, false);
            else
                await RunOneAsync(conversationId, cancellation);
        }
    }

    private async Task RunOneAsync(string conversationId, CancellationToken cancellation)
    {
        try
        {
            var run = await processor.RunAsync(conversationId, cancellation);
            if (run.WaitsUntil is { } until)
                _ = ResumeAsync(conversationId, until, cancellation);
            else if (!run.IsDone)
                _due.Writer.TryWrite(conversationId);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One conversation's failure must not stop the others; the turn stays pending and is tried again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            failed(conversationId, failure);
            await PostponeAsync(conversationId, cancellation);
        }
        finally
        {
            if (_running.TryRemove(conversationId, out var again) && again)
                _due.Writer.TryWrite(conversationId);
        }
    }

    /// <summary>Goes on when the buyer had time to finish; should the program end before, the sweep goes on.</summary>
    private async Task ResumeAsync(string conversationId, DateTimeOffset until, CancellationToken cancellation)
    {
        if (!_waiting.TryAdd(conversationId, true))
            return;
        var wait = until - clock.GetUtcNow();
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _waiting.TryRemove(conversationId, out _);
        _due.Writer.TryWrite(conversationId);
    }

    private async Task PostponeAsync(string conversationId, CancellationToken cancellation)
    {
        try
        {
            await store.PostponeTurnAsync(conversationId, clock.GetUtcNow() + RetryAfter, cancellation);
        }
#pragma warning disable CA1031 // The store itself is in trouble; the sweep comes by again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            failed(conversationId, failure);
        }
    }
}
