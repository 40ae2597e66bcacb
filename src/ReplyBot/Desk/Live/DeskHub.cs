using Microsoft.AspNetCore.SignalR;
using ReplyBot.Accounts;
using ReplyBot.Bulletins;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Desk.Live;

/// <summary>The live line of the console: it only tells; whoever wants something asks the API. Being connected is the sign of life.</summary>
public sealed class DeskHub(
    DeskLines lines, PresenceStore presence, BulletinStore bulletins, IHubContext<DeskHub> pages, IConversationStore store, SessionStore sessions,
    TimeProvider clock) : Hub
{
    public override async Task OnConnectedAsync()
    {
        try
        {
            await OpenAsync();
            await base.OnConnectedAsync();
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // The page was left while its line was being opened.
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lines.Close(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private async Task OpenAsync()
    {
        var agent = Context.User!.Agent();
        var connection = Context;
        var line = new DeskLine(agent.Id, Context.User!.SessionId()!, connection.Abort);
        var page = pages.Clients.Client(connection.ConnectionId);
        _ = line.PumpAsync((news, cancellation) => page.SendAsync(news.Name, news.Body, cancellation), connection.ConnectionAborted);
        // Before the line counts as open: nobody is online who has bulletins to read.
        if (await bulletins.HasUnreadAsync(agent.Id, connection.ConnectionAborted)
            && !(await presence.FindAsync(agent.Id, connection.ConnectionAborted)).IsAway(clock.GetUtcNow()))
        {
            await presence.LeaveAsync(agent.Id, AwayReason.Bulletins, null, connection.ConnectionAborted);
            line.Post(new DeskNews("presenceChanged", new { agentId = agent.Id }));
        }
        await presence.SeenAsync(agent.Id, connection.ConnectionAborted);
        lines.Open(connection.ConnectionId, line);
        // A session that was ended while the line was being opened found no line to cut.
        if (await sessions.SeeAsync(line.SessionId, connection.ConnectionAborted) is null)
            line.Cut();
        // An agent who comes back in time keeps the buyers.
        await store.RenewLeasesAsync(agent.Id, clock.GetUtcNow() + Handoff.Lease, connection.ConnectionAborted);
    }
}
