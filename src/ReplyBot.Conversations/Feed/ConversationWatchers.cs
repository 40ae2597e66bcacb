using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ReplyBot.Conversations.Feed;

/// <summary>Those who watch single conversations, and a way to tell them. Watchers must return at once.</summary>
/// <typeparam name="T">What they are told.</typeparam>
public sealed class ConversationWatchers<T>
{
    private readonly ConcurrentDictionary<string, ImmutableList<Action<T>>> _watchers = new();

    /// <summary>Watches a conversation until disposed.</summary>
    public IDisposable Watch(string conversationId, Action<T> watcher)
    {
        _watchers.AddOrUpdate(conversationId, [watcher], (_, list) => list.Add(watcher));
        return new Subscription(() => Unwatch(conversationId, watcher));
    }

    /// <summary>Tells everybody who watches the conversation.</summary>
    public void Tell(string conversationId, T news)
    {
        if (_watchers.TryGetValue(conversationId, out var watchers))
            foreach (var watcher in watchers)
                watcher(news);
    }

    private void Unwatch(string conversationId, Action<T> watcher)
    {
        while (_watchers.TryGetValue(conversationId, out var before))
        {
            var after = before.Remove(watcher);
            var settled = after.IsEmpty
                ? _watchers.TryRemove(new KeyValuePair<string, ImmutableList<Action<T>>>(conversationId, before))
                : _watchers.TryUpdate(conversationId, after, before);
            if (settled)
                return;
        }
    }
}
