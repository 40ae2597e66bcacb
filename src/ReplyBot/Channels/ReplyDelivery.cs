using System.Collections.Concurrent;
using System.Threading.Channels;
using ReplyBot.BotFramework.Channels.Delivery;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;
using ReplyBot.Webhook;
using StoredOutcome = ReplyBot.Conversations.Storage.DeliveryOutcome;

namespace ReplyBot.Channels;

/// <summary>
/// Pushes replies to their channels: at once those that the store hands over, from the store what waits there for its turn, and again
/// later what could not be taken. A retry carries the same activity id.
/// </summary>
internal sealed class ReplyDelivery(
    IConversationStore store, IConnectorClient connector, WebhookSender webhooks, ConversationGateway gateway, ConversationFeed feed, TimeProvider clock, ILogger<ReplyDelivery> log) : BackgroundService, IReplyPusher
{
    private const int AtOnce = 50;
    private const int MostAttempts = 20;
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Conversations with a reply in the store that may wait for one that was handed over.</summary>
    private readonly ConcurrentDictionary<string, bool> _behind = new();

    private readonly SemaphoreSlim _free = new(AtOnce);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether the last claim left replies for want of room.</summary>
    private volatile bool _full;

    private CancellationToken _stopping;

    public bool HasRoom => _free.CurrentCount > 0;

    public void Push(Delivery delivery) => _ = PushAsync(delivery);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Listen(news =>
        {
            if (news is not { Delivers: true, Elsewhere: false })
                return;
            _behind[news.ConversationId] = true;
            _wake.Writer.TryWrite(true);
        });
        _stopping = stoppingToken;
        feed.Pusher = this;
        using var timer = new PeriodicTimer(Sweep, clock);
        var ticking = TickAsync(timer, stoppingToken);
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
                await DeliverDueAsync(stoppingToken);
            await ticking;
        }
        finally
        {
            feed.Pusher = null;
            // What is on its way is given up or done before the program ends.
            for (var place = 0; place < AtOnce; place++)
                await _free.WaitAsync(CancellationToken.None);
        }
    }

    public override void Dispose()
    {
        _free.Dispose();
        base.Dispose();
    }

    private async Task TickAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        do
            _wake.Writer.TryWrite(true);
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task PushAsync(Delivery delivery)
    {
        try
        {
            // Nobody else is given the reply while it is claimed; one that had to wait too long for room is left to the next claim.
            if (!await _free.WaitAsync(Delivery.Claim / 2, _stopping))
                return;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await DeliverOneAsync(delivery, _stopping);
        if (_full || _behind.TryRemove(delivery.ConversationId, out _))
            _wake.Writer.TryWrite(true);
    }

    private async Task DeliverClaimedAsync(Delivery delivery, CancellationToken cancellation)
    {
        await DeliverOneAsync(delivery, cancellation);
        // The conversation's next reply waited for this one, and others for room.
        _wake.Writer.TryWrite(true);
    }

    /// <summary>Starts as many deliveries as there is room for; a slow channel holds up its own replies and nobody else's.</summary>
    private async Task DeliverDueAsync(CancellationToken cancellation)
    {
        try
        {
            await _free.WaitAsync(cancellation);
            var room = 1 + _free.CurrentCount;
            _free.Release();
            var due = await store.ClaimDeliveriesAsync(clock.GetUtcNow(), clock.GetUtcNow() + Delivery.Claim, room, cancellation);
            _full = due.Count == room;
            foreach (var delivery in due)
            {
                _behind.TryRemove(delivery.ConversationId, out _);
                await _free.WaitAsync(cancellation);
                _ = DeliverClaimedAsync(delivery, cancellation);
            }
        }
#pragma warning disable CA1031 // What could not be delivered is still in the store and is tried at the next sweep.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Delivering replies failed");
        }
    }

    private async Task DeliverOneAsync(Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            await DeliverAsync(delivery, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program ends; the reply is taken up again when it starts.
        }
#pragma warning disable CA1031 // What could not be delivered is still in the store and is tried at the next sweep.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Delivering a reply of conversation {Conversation} failed", delivery.ConversationId);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        // A signal takes the transcript along, which is read when it goes out.
        var message = delivery.Message.Signal is null
            ? gateway.Outgoing(delivery.Message)
            : (await gateway.ReadAsync(delivery.ConversationId, delivery.Message.Seq - 1, 1, cancellation))!.Messages[0];
        var result = WebhookAddress.Read(delivery.Address) is { } webhook
            ? await webhooks.SendAsync(webhook, message, cancellation)
            : await connector.SendAsync(delivery.Address, message, cancellation);
        var now = clock.GetUtcNow();
        var outcome = result.Outcome switch
        {
            BotFramework.Channels.Delivery.DeliveryOutcome.Delivered => new StoredOutcome(Done: true, now, null, null),
            BotFramework.Channels.Delivery.DeliveryOutcome.TryLater when delivery.Attempts + 1 < MostAttempts =>
                new StoredOutcome(Done: false, now, now + (result.RetryAfter ?? WaitAfter(delivery.Attempts)), result.Reason),
            _ => new StoredOutcome(Done: true, now, null, result.Reason ?? "rejected"),
        };
        if (outcome.Failure is not null)
            log.LogWarning("A reply of conversation {Conversation} was not delivered (attempt {Attempt}): {Reason}", delivery.ConversationId, delivery.Attempts + 1, outcome.Failure);
        await store.SettleDeliveryAsync(delivery, outcome, cancellation);
    }

    private static TimeSpan WaitAfter(int attempts)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts, 10)));
        return wait < LongestWait ? wait : LongestWait;
    }
}
