using System.Collections.Concurrent;

namespace ReplyBot.Desk.Live;

/// <summary>
/// Whether agents take new buyers, as they say themselves. Kept by this node for as long as it runs: an agent who says nothing
/// takes them while a console is open.
/// </summary>
public sealed class AgentPresence(DeskLines lines)
{
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>An agent goes online, or takes a break.</summary>
    public void Set(string agentId, bool online) => _said[agentId] = online;

    /// <summary>Whether an agent has a console open and is not on a break.</summary>
    public bool IsOnline(string agentId) => lines.IsConnected(agentId) && _said.GetValueOrDefault(agentId, true);
}
