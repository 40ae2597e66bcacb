using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Invariants;

/// <summary>A store that passes everything on; what a test wants otherwise it overrides.</summary>
public abstract class StoreDecorator(IConversationStore inner) : IConversationStore
{
    protected IConversationStore Inner { get; } = inner;

    public virtual Task<Conversation> StartAsync(NewConversation conversation, CancellationToken cancellation) => Inner.StartAsync(conversation, cancellation);

    public virtual Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellation) => Inner.FindAsync(conversationId, cancellation);

    public virtual Task<Conversation?> FindByBuyerAsync(BuyerAddress buyer, CancellationToken cancellation) => Inner.FindByBuyerAsync(buyer, cancellation);

    public virtual Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellation) => Inner.ReceiveAsync(message, cancellation);

    public virtual Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation) => Inner.CommitAsync(change, cancellation);

    public virtual Task<IReadOnlyList<Message>> MessagesAsync(string conversationId, long after, int take, CancellationToken cancellation) =>
        Inner.MessagesAsync(conversationId, after, take, cancellation);

    public virtual Task<SuggestionSet?> SuggestionsAsync(string conversationId, CancellationToken cancellation) => Inner.SuggestionsAsync(conversationId, cancellation);

    public virtual Task<Message?> FindByClientIdAsync(string conversationId, string clientId, CancellationToken cancellation) =>
        Inner.FindByClientIdAsync(conversationId, clientId, cancellation);

    public virtual Task<IReadOnlyList<Conversation>> ListAsync(ConversationScope scope, string? agentId, int take, CancellationToken cancellation) =>
        Inner.ListAsync(scope, agentId, take, cancellation);

    public virtual Task<IReadOnlyList<string>> PendingTurnsAsync(DateTimeOffset now, int take, CancellationToken cancellation) => Inner.PendingTurnsAsync(now, take, cancellation);

    public virtual Task<IReadOnlyList<string>> ClaimTurnsAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation) =>
        Inner.ClaimTurnsAsync(now, until, take, cancellation);

    public virtual Task PostponeTurnAsync(string conversationId, DateTimeOffset until, CancellationToken cancellation) => Inner.PostponeTurnAsync(conversationId, until, cancellation);

    public virtual Task<IReadOnlyList<string>> LostLeasesAsync(DateTimeOffset now, CancellationToken cancellation) => Inner.LostLeasesAsync(now, cancellation);

    public virtual Task RenewLeasesAsync(string agentId, DateTimeOffset until, CancellationToken cancellation) => Inner.RenewLeasesAsync(agentId, until, cancellation);

    public virtual Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(CancellationToken cancellation) => Inner.OpenPromisesAsync(cancellation);

    public virtual Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(string conversationId, CancellationToken cancellation) => Inner.OpenPromisesAsync(conversationId, cancellation);

    public virtual Task<IReadOnlyList<string>> DuePromisesAsync(DateTimeOffset overdue, DateTimeOffset soon, CancellationToken cancellation) =>
        Inner.DuePromisesAsync(overdue, soon, cancellation);

    public virtual Task<IReadOnlyList<Conversation>> UnpromisedAsync(CancellationToken cancellation) => Inner.UnpromisedAsync(cancellation);

    public virtual Task<IReadOnlyList<PlannedContact>> PlannedContactsAsync(string? conversationId, DateTimeOffset? dueBy, CancellationToken cancellation) =>
        Inner.PlannedContactsAsync(conversationId, dueBy, cancellation);

    public virtual Task<IReadOnlyList<Delivery>> ClaimDeliveriesAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation) =>
        Inner.ClaimDeliveriesAsync(now, until, take, cancellation);

    public virtual Task SettleDeliveryAsync(Delivery delivery, DeliveryOutcome outcome, CancellationToken cancellation) => Inner.SettleDeliveryAsync(delivery, outcome, cancellation);

    public virtual Task SaveFileAsync(StoredFile file, CancellationToken cancellation) => Inner.SaveFileAsync(file, cancellation);

    public virtual Task<StoredFile?> FileAsync(string fileId, CancellationToken cancellation) => Inner.FileAsync(fileId, cancellation);
}
