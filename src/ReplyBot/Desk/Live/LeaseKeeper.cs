using ReplyBot.Accounts;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Desk.Live;

/// <summary>
/// Prolongs the leases of agents whose console is open. A closed laptop prolongs nothing, and its buyers go back to the queue. Lines
/// whose session ran out are cut here, since an open connection makes no request at which a session is looked at.
/// </summary>
public sealed class LeaseKeeper(DeskLines lines, IConversationStore store, PresenceStore presence, SessionStore sessions, TimeProvider clock, ILogger<LeaseKeeper> log) : BackgroundService
{
    /// <summary>A third of the lease: one round may fail without a buyer being lost.</summary>
    private static readonly TimeSpan Interval = Handoff.Lease / 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RenewAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The next round may succeed, and comes before the leases run out.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Prolonging the agents' leases failed");
            }
        }
    }

    /// <summary>Goes round once.</summary>
    public async Task RenewAsync(CancellationToken cancellation)
    {
        foreach (var consoles in lines.All.ToLookup(line => line.AgentId))
        {
            var open = (await sessions.ListAsync(consoles.Key, cancellation)).Select(session => session.Id).ToHashSet();
            var alive = false;
            foreach (var line in consoles)
            {
                if (open.Contains(line.SessionId))
                    alive = true;
                else
                    line.Cut();
            }
            if (!alive)
                continue;
            await store.RenewLeasesAsync(consoles.Key, clock.GetUtcNow() + Handoff.Lease, cancellation);
            await presence.SeenAsync(consoles.Key, cancellation);
        }
    }
}
