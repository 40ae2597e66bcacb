using ReplyBot.Conversations.Storage;

namespace ReplyBot.Conversations.Feed;

/// <summary>
/// Pushes replies to their channels on this node. A reply that was just stored goes straight to it, already claimed, instead of being
/// claimed and read by itself; what is lost on the way is in the store and is pushed when the claim has run out.
/// </summary>
public interface IReplyPusher
{
    /// <summary>Whether a reply would be pushed at once.</summary>
    bool HasRoom { get; }

    /// <summary>Pushes a reply that was claimed for this node. Returns at once.</summary>
    void Push(Delivery delivery);
}
