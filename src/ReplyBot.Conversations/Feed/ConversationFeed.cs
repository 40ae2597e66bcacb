using System.Collections.Immutable;

namespace ReplyBot.Conversations.Feed;

/// <summary>What became visible in the store.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="BuyerSpoke">Whether a buyer's message came in, for which a turn is pending.</param>
/// <param name="Suggested">Whether there are new suggestions for the agent.</param>
/// <param name="Delivers">Whether replies wait in the store to be pushed.</param>
/// <param name="Elsewhere">Whether another node wrote it; that node also does the work that follows from it.</param>
public readonly record struct ConversationNews(string ConversationId, bool BuyerSpoke = false, bool Suggested = false, bool Delivers = false, bool Elsewhere = false);

/// <summary>
/// Tells whoever listens that the store has something new. It carries ids only: listeners read back from the store, so that
/// lost news costs a delay and never a message.
/// </summary>
public sealed class ConversationFeed
{
    private readonly ConversationWatchers<ConversationNews> _watchers = new();
    private ImmutableList<Action<ConversationNews>> _listeners = [];

    /// <summary>Who pushes replies on this node; null while nobody does, and then they wait in the store.</summary>
    public IReplyPusher? Pusher { get; set; }

    /// <summary>Listens to everything until disposed. Listeners must return at once.</summary>
    public IDisposable Listen(Action<ConversationNews> listener)
    {
        ImmutableInterlocked.Update(ref _listeners, list => list.Add(listener));
        return new Subscription(() => ImmutableInterlocked.Update(ref _listeners, list => list.Remove(listener)));
    }

    /// <summary>Watches one conversation until disposed. Watchers must return at once.</summary>
    public IDisposable Watch(string conversationId, Action watcher) => _watchers.Watch(conversationId, _ => watcher());

    /// <summary>Spreads the news.</summary>
    public void Announce(ConversationNews news)
    {
        foreach (var listener in _listeners)
            listener(news);
        _watchers.Tell(news.ConversationId, news);
    }
}
