using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Storage;

/// <summary>
/// Keeps conversations, and tells the <see cref="Feed.ConversationFeed"/> after something became visible.
/// What a method has returned as stored survives a crash and a power cut.
/// Every change of a conversation other than a new buyer message goes through <see cref="CommitAsync"/>, all or nothing.
/// </summary>
public interface IConversationStore
{
    /// <summary>Begins a conversation.</summary>
    Task<Conversation> StartAsync(NewConversation conversation, CancellationToken cancellation);

    /// <summary>The conversation, or null.</summary>
    Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellation);

    /// <summary>The newest conversation of a buyer on a channel, or null.</summary>
    Task<Conversation?> FindByBuyerAsync(BuyerAddress buyer, CancellationToken cancellation);

    /// <summary>Stores a buyer's message and its pending turn in one transaction; the same client id again yields the message stored then.</summary>
    Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellation);

    /// <summary>Applies a change if the conversation still has the version it was computed from; false when it has not, and then nothing is stored.</summary>
    Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation);

    /// <summary>Messages with a number greater than <paramref name="after"/>, in order, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Message>> MessagesAsync(string conversationId, long after, int take, CancellationToken cancellation);

    /// <summary>The newest suggestions of a conversation, or null.</summary>
    Task<SuggestionSet?> SuggestionsAsync(string conversationId, CancellationToken cancellation);

    /// <summary>The message an agent stored with this id of the client's, or null.</summary>
    Task<Message?> FindByClientIdAsync(string conversationId, string clientId, CancellationToken cancellation);

    /// <summary>Conversations for the console, ordered as <see cref="ConversationScope"/> says.</summary>
    Task<IReadOnlyList<Conversation>> ListAsync(ConversationScope scope, string? agentId, int take, CancellationToken cancellation);

    /// <summary>Conversations whose pending turn is due, oldest first.</summary>
    Task<IReadOnlyList<string>> PendingTurnsAsync(DateTimeOffset now, int take, CancellationToken cancellation);

    /// <summary>
    /// Conversations whose pending turn is due, oldest first, for the caller to run: nobody else is given them before
    /// <paramref name="until"/>, and then only those that are still pending.
    /// </summary>
    Task<IReadOnlyList<string>> ClaimTurnsAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation);

    /// <summary>Puts a pending turn off, after a failure.</summary>
    Task PostponeTurnAsync(string conversationId, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Conversations whose agent's lease has run out.</summary>
    Task<IReadOnlyList<string>> LostLeasesAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Prolongs the leases of all conversations an agent holds.</summary>
    Task RenewLeasesAsync(string agentId, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Open promises, oldest first.</summary>
    Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(CancellationToken cancellation);

    /// <summary>Open promises of one conversation, oldest first.</summary>
    Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(string conversationId, CancellationToken cancellation);

    /// <summary>Planned contacts that are open, soonest first: of one conversation or all, due by a time or ever.</summary>
    Task<IReadOnlyList<PlannedContact>> PlannedContactsAsync(string? conversationId, DateTimeOffset? dueBy, CancellationToken cancellation);

    /// <summary>
    /// Conversations with an open promise whose deadline is not after <paramref name="overdue"/>, or not after <paramref name="soon"/>
    /// without a reminder yet.
    /// </summary>
    Task<IReadOnlyList<string>> DuePromisesAsync(DateTimeOffset overdue, DateTimeOffset soon, CancellationToken cancellation);

    /// <summary>
    /// Conversations of buyers who wait for people while no promise is open, longest waiting first: those in the queue, and those who spoke
    /// last before an agent. What was said last is read already.
    /// </summary>
    Task<IReadOnlyList<Conversation>> UnpromisedAsync(CancellationToken cancellation);

    /// <summary>
    /// Replies that wait to be pushed to their channel, oldest first, one conversation's in order, for the caller to push: nobody else
    /// is given them before <paramref name="until"/>, and then only those that were not settled.
    /// </summary>
    Task<IReadOnlyList<Delivery>> ClaimDeliveriesAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation);

    /// <summary>Records how a delivery went: done, or to be tried again at a time.</summary>
    Task SettleDeliveryAsync(Delivery delivery, DeliveryOutcome outcome, CancellationToken cancellation);

    /// <summary>Keeps a file that a buyer sent.</summary>
    Task SaveFileAsync(StoredFile file, CancellationToken cancellation);

    /// <summary>A stored file, or null.</summary>
    Task<StoredFile?> FileAsync(string fileId, CancellationToken cancellation);
}

/// <summary>Which conversations a list shows.</summary>
public enum ConversationScope
{
    /// <summary>Buyers waiting, in the queue's order for the given agent: see <see cref="QueueOrder"/>.</summary>
    Waiting,

    /// <summary>Held by the given agent, newest message first.</summary>
    Mine,

    /// <summary>All, newest message first.</summary>
    All,
}
