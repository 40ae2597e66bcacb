using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace ReplyBot.BotFramework.DirectLine.Streaming;

/// <summary>The open sockets of this node: one per conversation, and not too many.</summary>
internal sealed class StreamRegistry
{
    /// <summary>The goodbye to a replaced socket. The shop's own page knows it: whoever is replaced stands back instead of taking the place again.</summary>
    private const string Replaced = "replaced by a newer connection";

    private readonly ConcurrentDictionary<string, StreamSession> _sessions = new();
    private int _open;

    /// <summary>How many sockets are open, replaced ones included until they are gone.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Takes a place for a further socket, if there is one.</summary>
    public bool TryReserve(int max)
    {
        if (Interlocked.Increment(ref _open) <= max)
            return true;

        Release();
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Release() => Interlocked.Decrement(ref _open);

    /// <summary>Makes a socket the one of its conversation; the one before is closed with a goodbye.</summary>
    public void Enter(string conversationId, StreamSession session)
    {
        StreamSession? before = null;
        _sessions.AddOrUpdate(
            conversationId,
            _ =>
            {
                before = null;
                return session;
            },
            (_, current) =>
            {
                before = current;
                return session;
            });
        before?.End(WebSocketCloseStatus.NormalClosure, Replaced);
    }

    /// <summary>Forgets a socket, unless it was replaced already.</summary>
    public void Leave(string conversationId, StreamSession session) =>
        _sessions.TryRemove(new KeyValuePair<string, StreamSession>(conversationId, session));

    /// <summary>Does something with every socket.</summary>
    public void ForEach(Action<StreamSession> action)
    {
        foreach (var (_, session) in _sessions)
            action(session);
    }
}
