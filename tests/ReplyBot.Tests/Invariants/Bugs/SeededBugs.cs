using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Invariants.Bugs;

/// <summary>Mistakes a store could make, each of which the invariants must notice.</summary>
public static class SeededBugs
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The mistakes, by what they do.</summary>
    public static readonly IReadOnlyDictionary<string, ShopMachine.Wrap> All = new Dictionary<string, ShopMachine.Wrap>
    {
        ["loses pending turns"] = (store, database) => new AfterReceiving(store, message => RunAsync(database, "DELETE FROM pending_turns WHERE conversation_id = @ConversationId", message)),
        ["does not know duplicates"] = (store, _) => new ForgettingClients(store),
        ["acknowledges without storing"] = (store, _) => new AcknowledgingWithoutStoring(store),
        ["skips a sequence number"] = (store, database) => new AfterReceiving(store, message => RunAsync(database, "UPDATE conversations SET last_seq = last_seq + 1, version = version + 1 WHERE id = @ConversationId", message)),
        ["says an answer twice"] = (store, _) => new AfterCommitting(store, async (change, inner) =>
        {
            if (change.Messages.Any(message => message.Kind == MessageKind.Answer))
                await AnswerAsync(inner, change.Before.Id);
        }),
        ["answers while an agent has the buyer"] = (store, _) => new AfterCommitting(store, async (change, inner) =>
        {
            if (change.After.State == ConversationState.Assigned && change.EndsTurn)
                await AnswerAsync(inner, change.Before.Id);
        }),
        ["closes the waiting row when a lease is lost"] = (store, database) => new AfterCommitting(store, (change, _) =>
            Happened(change, ConversationEventKind.LeaseLost) ? RunAsync(database, "UPDATE handoffs SET closed_at = 1 WHERE conversation_id = @Id", change.Before) : Task.CompletedTask),
        ["puts a returning buyer at the end of the queue"] = (store, database) => new AfterCommitting(store, (change, _) =>
            Happened(change, ConversationEventKind.LeaseLost) ? RunAsync(database, "UPDATE handoffs SET opened_at = opened_at + 1000 WHERE conversation_id = @Id", change.Before) : Task.CompletedTask),
        ["takes another 稍等 for a reply"] = (store, database) => new AfterCommitting(store, (change, _) =>
            change.OpenedPromises.Count > 0 ? RunAsync(database, "UPDATE promises SET kept_at = 1 WHERE conversation_id = @Id", change.Before) : Task.CompletedTask),
        ["lists all waiting buyers but the last"] = (store, _) => new ForgettingTheLast(store),
        ["lets a suggestion be sent again"] = (store, database) => new AfterCommitting(store, (_, _) => RunAsync(database, "UPDATE suggestions SET used_seq = NULL", new { })),
        ["gives out the same epoch again"] = (store, database) => new AfterCommitting(store, (change, _) =>
            Happened(change, ConversationEventKind.LeaseLost) ? RunAsync(database, "UPDATE conversations SET epoch = 0 WHERE id = @Id", change.Before) : Task.CompletedTask),
        ["takes a turn that waits for more for done"] = (store, database) => new AfterPostponing(store, id => RunAsync(database, "DELETE FROM pending_turns WHERE conversation_id = @id", new { id })),
        ["comes back late to a turn that waits for more"] = (store, database) => new AfterPostponing(store, id => RunAsync(database, "UPDATE pending_turns SET due_at = due_at + 60000 WHERE conversation_id = @id", new { id })),
        ["forgets who waits without a promise"] = (store, _) => new ForgettingTheUnpromised(store),
        ["commits over somebody else's change"] = (store, database) => new Overwriting(store, database),
    };

    private static bool Happened(ConversationChange change, ConversationEventKind kind) => change.Events.Any(happened => happened.Kind == kind);

    private static Task<int> RunAsync(IDatabase database, string statement, object parameters) =>
        database.WriteAsync(connection => connection.ExecuteAsync(statement, parameters), None);

    private static async Task AnswerAsync(IConversationStore store, string conversationId)
    {
        var change = new ConversationChange((await store.FindAsync(conversationId, None))!, DateTimeOffset.UnixEpoch);
        change.Say(MessageAuthor.Bot, MessageKind.Answer, "又答一遍");
        await store.CommitAsync(change, None);
    }

    private sealed class AfterReceiving(IConversationStore inner, Func<IncomingMessage, Task> mistake) : StoreDecorator(inner)
    {
        public override async Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
        {
            var receipt = await Inner.ReceiveAsync(message, cancellation);
            await mistake(message);
            return receipt;
        }
    }

    private sealed class AfterCommitting(IConversationStore inner, Func<ConversationChange, IConversationStore, Task> mistake) : StoreDecorator(inner)
    {
        public override async Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation)
        {
            if (!await Inner.CommitAsync(change, cancellation))
                return false;
            await mistake(change, Inner);
            return true;
        }
    }

    private sealed class AfterPostponing(IConversationStore inner, Func<string, Task> mistake) : StoreDecorator(inner)
    {
        public override async Task PostponeTurnAsync(string conversationId, DateTimeOffset until, CancellationToken cancellation)
        {
            await Inner.PostponeTurnAsync(conversationId, until, cancellation);
            await mistake(conversationId);
        }
    }

    private sealed class ForgettingTheUnpromised(IConversationStore inner) : StoreDecorator(inner)
    {
        public override Task<IReadOnlyList<Conversation>> UnpromisedAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Conversation>>([]);
    }

    private sealed class ForgettingClients(IConversationStore inner) : StoreDecorator(inner)
    {
        public override Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellation) => Inner.ReceiveAsync(message with { ClientId = null }, cancellation);
    }

    private sealed class AcknowledgingWithoutStoring(IConversationStore inner) : StoreDecorator(inner)
    {
        public override Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellation) => Task.FromResult(new Receipt(
            ReceiptOutcome.Stored,
            new Message(1, Conversation.MessageIdOf(message.ConversationId, 1), MessageAuthor.Buyer, MessageKind.Message, message.Text, message.At)));
    }

    private sealed class ForgettingTheLast(IConversationStore inner) : StoreDecorator(inner)
    {
        public override async Task<IReadOnlyList<Conversation>> ListAsync(ConversationScope scope, string? agentId, int take, CancellationToken cancellation) =>
            [.. (await Inner.ListAsync(scope, agentId, take, cancellation)).SkipLast(1)];
    }

    private sealed class Overwriting(IConversationStore inner, IDatabase database) : StoreDecorator(inner)
    {
        public override async Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation)
        {
            await RunAsync(database, "UPDATE conversations SET version = @Version WHERE id = @Id", change.Before);
            return await Inner.CommitAsync(change, cancellation);
        }
    }
}
