using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;

namespace ReplyBot.BotFramework.DirectLine.Streaming;

/// <summary>The open sockets of this node: a few per conversation, and not too many.</summary>
internal sealed class StreamRegistry
{
    /// <summary>The goodbye to a replaced socket. The shop's own page knows it: whoever is replaced stands back instead of taking the place again.</summary>
    private const string Replaced = "replaced by a newer connection";

    private readonly ConcurrentDictionary<string, ImmutableArray<StreamSession>> _sessions = new();
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

    /// <summary>Adds a socket to those of its conversation; where there are too many, the oldest is closed with a goodbye.</summary>
    public void Enter(string conversationId, StreamSession session, int most)
    {
        StreamSession? oldest = null;
        _sessions.AddOrUpdate(
            conversationId,
            _ =>
            {
                oldest = null;
                return [session];
            },
            (_, open) =>
            {
                oldest = open.Length >= most ? open[0] : null;
                return oldest is null ? open.Add(session) : open.RemoveAt(0).Add(session);
            });
        oldest?.End(WebSocketCloseStatus.NormalClosure, Replaced);
    }

    /// <summary>Forgets a socket, unless it was replaced already.</summary>
    public void Leave(string conversationId, StreamSession session)
    {
        while (_sessions.TryGetValue(conversationId, out var open))
        {
            var left = open.Remove(session);
            if (left.IsEmpty
                ? _sessions.TryRemove(new KeyValuePair<string, ImmutableArray<StreamSession>>(conversationId, open))
                : _sessions.TryUpdate(conversationId, left, open))
            {
                return;
            }
        }
    }

    /// <summary>Does something with every socket.</summary>
    public void ForEach(Action<StreamSession> action)
    {
        foreach (var (_, open) in _sessions)
            foreach (var session in open)
                action(session);
    }
}
