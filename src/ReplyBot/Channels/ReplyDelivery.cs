using System.Threading.Channels;
using ReplyBot.BotFramework.Channels.Delivery;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;
using ReplyBot.Webhook;
using StoredOutcome = ReplyBot.Conversations.Storage.DeliveryOutcome;

namespace ReplyBot.Channels;

/// <summary>
/// Pushes replies from the store to their channels: at once when there is something new, and again later what could not be taken.
/// A retry carries the same activity id.
/// </summary>
internal sealed class ReplyDelivery(
    IConversationStore store, IConnectorClient connector, WebhookSender webhooks, ConversationGateway gateway, ConversationFeed feed, TimeProvider clock, ILogger<ReplyDelivery> log) : BackgroundService
{
    private const int AtOnce = 50;
    private const int MostAttempts = 20;
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = feed.Listen(news =>
        {
            if (news is { Delivers: true, Elsewhere: false })
                wake.Writer.TryWrite(true);
        });
        using var timer = new PeriodicTimer(Sweep, clock);
        var ticking = TickAsync(timer, wake.Writer, stoppingToken);
        await foreach (var _ in wake.Reader.ReadAllAsync(stoppingToken))
            await DeliverAllAsync(stoppingToken);
        await ticking;
    }

    private static async Task TickAsync(PeriodicTimer timer, ChannelWriter<bool> wake, CancellationToken cancellation)
    {
        do
            wake.TryWrite(true);
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task DeliverAllAsync(CancellationToken cancellation)
    {
        try
        {
            while (await store.ClaimDeliveriesAsync(clock.GetUtcNow(), clock.GetUtcNow() + Claim, AtOnce, cancellation) is { Count: > 0 } due)
                await Task.WhenAll(due.Select(delivery => DeliverAsync(delivery, cancellation)));
        }
#pragma warning disable CA1031 // What could not be delivered is still in the store and is tried at the next sweep.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Delivering replies failed");
        }
    }

    private async Task DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var page = await gateway.ReadAsync(delivery.ConversationId, delivery.Message.Seq - 1, 1, cancellation);
        var message = page!.Messages[0];
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
