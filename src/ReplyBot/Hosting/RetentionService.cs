using ReplyBot.Privacy;

namespace ReplyBot.Hosting;

/// <summary>Deletes old conversations at start and every day, where <c>Retention:Days</c> says how long they are kept.</summary>
public sealed class RetentionService(Retention retention, IConfiguration configuration, TimeProvider clock, ILogger<RetentionService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var days = configuration.GetValue("Retention:Days", 0);
        if (days <= 0)
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await retention.RunAsync(TimeSpan.FromDays(days), stoppingToken) is > 0 and var deleted)
                    log.LogInformation("Deleted {Count} conversations older than {Days} days", deleted, days);
            }
#pragma warning disable CA1031 // What could not be deleted today is deleted tomorrow.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Deleting old conversations failed");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
