using ReplyBot.Conversations.Turns;

namespace ReplyBot.Hosting;

/// <summary>Runs the turn worker as long as the program runs.</summary>
public sealed class TurnService(TurnWorker worker) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => worker.RunAsync(stoppingToken);
}
