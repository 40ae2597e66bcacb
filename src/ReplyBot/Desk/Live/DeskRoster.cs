using ReplyBot.Accounts;
using ReplyBot.Conversations.Desk;

namespace ReplyBot.Desk.Live;

/// <summary>The agents who have a console open anywhere and are not on a break.</summary>
internal sealed class DeskRoster(PresenceStore presence, AccountStore accounts, AgentLoads agentLoads, TimeProvider clock) : IAgentRoster
{
    public async Task<IReadOnlyList<AgentOnDuty>> OnDutyAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var online = (await presence.AllAsync(cancellation)).Where(there => there.Value.At(now) == Presence.Online).Select(there => there.Key).ToHashSet(StringComparer.Ordinal);
        if (online.Count == 0)
            return [];
        var loads = await agentLoads.ReadAsync(cancellation);
        return [.. (await accounts.ListAsync(cancellation))
            .Where(account => account.DisabledAt is null && account.Roles.Contains(Roles.Agent) && online.Contains(account.Id))
            .Select(account => new AgentOnDuty(account.Id, account.Skills, loads.GetValueOrDefault(account.Id)))];
    }
}
