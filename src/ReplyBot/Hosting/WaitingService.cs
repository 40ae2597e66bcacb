using ReplyBot.Conversations.Handoffs;

namespace ReplyBot.Hosting;

/// <summary>Looks after waiting buyers, and those to come back to, every second.</summary>
public sealed class WaitingService(WaitingKeeper keeper, ContactKeeper contacts, OfferKeeper offers, TimeProvider clock, ILogger<WaitingService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keeper.TickAsync(stoppingToken);
                await contacts.TickAsync(stoppingToken);
                await offers.TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Waiting buyers are looked after again in a second, whatever went wrong in this one.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Looking after waiting buyers failed");
            }
        }
    }
}
