using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// Watches the clock for waiting buyers: an agent without a sign of life loses the buyer back to the queue at the original place,
/// and a buyer whose promise is overdue hears once in a while that nobody forgot. Everything it needs is in the store, so that it
/// goes on after a restart where it stopped; two of them do no harm, since a change that came second is refused.
/// </summary>
public sealed class WaitingKeeper(IConversationStore store, IServingBase serving, TimeProvider clock)
{
    /// <summary>Does what is due now.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        foreach (var conversationId in await store.LostLeasesAsync(clock.GetUtcNow(), cancellation))
            await ReturnToQueueAsync(conversationId, cancellation);
        foreach (var promise in await store.OpenPromisesAsync(cancellation))
            if (IsOverdue(promise))
                await ReassureAsync(promise, cancellation);
    }

    private async Task ReturnToQueueAsync(string conversationId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var conversation = await store.FindAsync(conversationId, cancellation);
        if (conversation is not { State: ConversationState.Assigned, Handoff.LeaseUntil: { } until } || until > now)
            return;
        var change = new ConversationChange(conversation, now);
        change.LoseLease();
        await store.CommitAsync(change, cancellation);
    }

    private bool IsOverdue(WaitingPromise promise)
    {
        var now = clock.GetUtcNow();
        return promise.Deadline <= now && (promise.ReassuredAt is not { } last || last + WaitingTimes.ReassuranceInterval <= now);
    }

    private async Task ReassureAsync(WaitingPromise promise, CancellationToken cancellation)
    {
        var conversation = await store.FindAsync(promise.ConversationId, cancellation);
        if (conversation is null || conversation.State is ConversationState.Closed)
            return;
        var open = await store.OpenPromisesAsync(promise.ConversationId, cancellation);
        var lastReassured = open.Max(other => other.ReassuredAt);
        if (lastReassured is { } last && last + WaitingTimes.ReassuranceInterval > clock.GetUtcNow())
            return;
        var notice = Notices.Compose(serving.Current, NoticeScripts.Reassure, conversation, clock.GetUtcNow());
        var change = new ConversationChange(conversation, clock.GetUtcNow());
        change.Reassure(promise.Id);
        change.Say(MessageAuthor.Bot, MessageKind.Notice, notice.Text, message => message with { ScriptId = notice.ScriptId });
        change.Remember(conversation.Memory.Saying(notice.ScriptId, notice.Wording));
        await store.CommitAsync(change, cancellation);
    }
}
