using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// Watches the clock for waiting buyers. An agent without a sign of life loses the buyer back to the queue at the original place. Of a
/// promise the agent is reminded before its deadline; at the deadline the supervisor is told, the buyer hears that nobody forgot, and
/// goes to the next agent. Everything it needs is in the store, so that it goes on after a restart where it stopped; two of them do no
/// harm, since a change that came second is refused.
/// </summary>
public sealed class WaitingKeeper(IConversationStore store, IServingBase serving, ChannelSettings channels, TimeProvider clock)
{
    /// <summary>Does what is due now.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        foreach (var conversationId in await store.LostLeasesAsync(clock.GetUtcNow(), cancellation))
            await ReturnToQueueAsync(conversationId, cancellation);
        var now = clock.GetUtcNow();
        foreach (var conversationId in await store.DuePromisesAsync(now, now + WaitingTimes.ReminderLead, cancellation))
            await LookAfterAsync(conversationId, cancellation);
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

    private static bool IsOverdue(WaitingPromise promise, DateTimeOffset now) => promise.Deadline <= now;

    private static bool NeedsReminder(WaitingPromise promise, DateTimeOffset now) =>
        promise.RemindedAt is null && promise.Deadline - WaitingTimes.ReminderLead <= now;

    private async Task LookAfterAsync(string conversationId, CancellationToken cancellation)
    {
        var conversation = await store.FindAsync(conversationId, cancellation);
        if (conversation is null || conversation.State is ConversationState.Closed)
            return;
        // Read after the conversation, whose version guards them: promises change only with it.
        var open = await store.OpenPromisesAsync(conversationId, cancellation);
        var change = new ConversationChange(conversation, clock.GetUtcNow());
        if (conversation.State == ConversationState.Assigned)
            foreach (var promise in open.Where(promise => NeedsReminder(promise, change.At) && !IsOverdue(promise, change.At)))
                change.Remind(promise.Id);
        if (open.FirstOrDefault(promise => IsOverdue(promise, change.At)) is { } overdue)
            BringBack(change, open, overdue);
        if (change.Events.Count > 0)
            await store.CommitAsync(change, cancellation);
    }

    private void BringBack(ConversationChange change, IReadOnlyList<WaitingPromise> open, WaitingPromise overdue)
    {
        var late = open.Where(promise => IsOverdue(promise, change.At) && promise.AlarmedAt is null).ToList();
        foreach (var promise in late)
            change.RaiseAlarm(promise.Id);
        if (change.After.State == ConversationState.Assigned && late.Count > 0)
            change.LoseLease();
        else if (change.After.State == ConversationState.Bot)
        {
            change.OpenHandoff(Guid.CreateVersion7(change.At).ToString("N"), HandoffReason.FollowUp, overdue.Text);
            if (channels.HasOutsideDesk(change.Before.Channel))
                change.Signal(HandoffStage.Initiated);
        }
        if (open.Max(promise => promise.ReassuredAt) is { } last && last + WaitingTimes.ReassuranceInterval > change.At)
            return;
        var notice = Notices.Compose(serving.Current, NoticeScripts.Reassure, change.After, change.At);
        change.Reassure(overdue.Id);
        change.Say(MessageAuthor.Bot, MessageKind.Notice, notice.Text, message => message with { ScriptId = notice.ScriptId });
        change.Remember(change.After.Memory.Saying(notice.ScriptId, notice.Wording));
    }
}
