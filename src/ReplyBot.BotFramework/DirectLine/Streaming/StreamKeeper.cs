using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ReplyBot.BotFramework.DirectLine.Streaming;

/// <summary>
/// Keeps idle sockets alive, all by one timer rather than one each, and sends clients away when the program stops, so
/// that they reconnect at once elsewhere.
/// </summary>
internal sealed class StreamKeeper(
    StreamRegistry registry, IOptions<DirectLineOptions> options, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Stopping must not wait for the server to drain its connections: those sockets are what it would wait for.
        using var stopping = lifetime.ApplicationStopping.Register(() =>
            registry.ForEach(session => session.End(WebSocketCloseStatus.EndpointUnavailable, "the service is restarting")));

        using var timer = new PeriodicTimer(options.Value.KeepAliveInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                registry.ForEach(session => session.KeepAlive());
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
