using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Conversations.Turns;

/// <summary>
/// A turn: what a buyer wrote is read and dealt with. It is computed from what is stored and committed against the version it was
/// computed from, so that a crash anywhere leaves the turn pending, and a message or an agent who comes in between makes it start over.
/// </summary>
/// <remarks>
/// 1 claim the pending turn with the conversation's version; 2 read what came in together; 3 normalise and 4 classify;
/// 5 search the scripts this channel may see; 6 rank; 7 decide; 8 render; 9 save everything in one transaction.
/// Receiving goes before it and delivery after it.
/// </remarks>
public sealed class TurnProcessor(
    IConversationStore store,
    IServingBase serving,
    ReplyAdvisor advisor,
    OrderOwnership ownership,
    TurnComposer composer,
    ChannelSettings channels,
    ShopClock shopClock,
    TimeProvider clock)
{
    private const int Attempts = 5;
    private const int LargestBurst = 50;

    /// <summary>
    /// Runs the pending turn of a conversation. It stays pending where others kept being first, and where it waits for the rest of
    /// what the buyer is typing: the time is in the store, so that the wait outlives the program.
    /// </summary>
    public async Task<TurnRun> RunAsync(string conversationId, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // 1 Claim: nothing is locked; the version read here is what the commit is checked against.
            if (await store.FindAsync(conversationId, cancellation) is not { } conversation)
                return new TurnRun(IsDone: true);
            var change = new ConversationChange(conversation, clock.GetUtcNow());
            var current = serving.Current;

            // 2 Read what came in together.
            var messages = await store.MessagesAsync(conversationId, conversation.HandledSeq, LargestBurst, cancellation);
            if (Burst.Of(messages) is not { } burst)
            {
                change.EndTurn(conversation.HandledSeq);
            }
            else
            {
                // 3, 4 Normalise and classify.
                var read = current.Reader.Read(burst.Text);
                var owner = await ownership.CheckAsync(conversation, read, cancellation);
                var remembered = TurnMemory.After(owner.Memory, read);
                change.Remember(remembered);

                // 5, 6, 7 Search, rank, decide. With the order just proved, the question that waited for it is the one to answer.
                var asked = owner.JustProved && remembered.AwaitingOrder is { } waiting ? waiting : burst.Text;
                var advice = advisor.Advise(current, asked == burst.Text ? read : current.Reader.Read(asked), new AdviceContext(conversation.Channel, shopClock.Local(change.At), remembered));

                if (BurstWindow.WaitsUntil(conversation, burst, owner, advice, channels.BurstWindowOf(conversation.Channel), change.At) is { } until)
                {
                    await store.PostponeTurnAsync(conversationId, until, cancellation);
                    return new TurnRun(IsDone: false, until);
                }

                // 8 Render.
                composer.Compose(change, current, burst, owner, advice);
                change.EndTurn(burst.LastSeq);
            }

            // 9 Save; on conflict start over.
            if (await store.CommitAsync(change, cancellation))
                return new TurnRun(IsDone: true);
        }
        return new TurnRun(IsDone: false);
    }
}
