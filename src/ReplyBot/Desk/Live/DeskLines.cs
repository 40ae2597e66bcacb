using System.Collections.Concurrent;
using ReplyBot.Accounts;

namespace ReplyBot.Desk.Live;

/// <summary>The consoles that are open on this node, by connection.</summary>
public sealed class DeskLines
{
    private readonly ConcurrentDictionary<string, DeskLine> _lines = new(StringComparer.Ordinal);

    /// <param name="endings">Tells which sessions end: their lines are cut.</param>
    public DeskLines(SessionEndings endings) => endings.Ended += (session, _) => CutSession(session);

    /// <summary>All open lines at this moment.</summary>
    public IEnumerable<DeskLine> All => _lines.Select(entry => entry.Value);

    /// <summary>Whether no console is open.</summary>
    public bool IsEmpty => _lines.IsEmpty;

    /// <summary>Whether an agent has a console open.</summary>
    public bool IsConnected(string agentId) => All.Any(line => line.AgentId == agentId);

    /// <summary>A console was opened.</summary>
    public void Open(string connectionId, DeskLine line) => _lines[connectionId] = line;

    /// <summary>A console was closed.</summary>
    public void Close(string connectionId) => _lines.TryRemove(connectionId, out _);

    /// <summary>Tells every open console.</summary>
    public void Post(DeskNews news)
    {
        foreach (var line in All)
            line.Post(news);
    }

    private void CutSession(string sessionId)
    {
        foreach (var line in All)
            if (line.SessionId == sessionId)
                line.Cut();
    }
}
