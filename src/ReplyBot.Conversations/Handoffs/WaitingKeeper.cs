using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// Watches the clock for waiting buyers. An agent without a sign of life loses the buyer back to the queue at the original place. Who
/// waits for people without having been promised anything is promised a reply now. Of a promise the agent is reminded before its
/// deadline; at the deadline the supervisor is told, the buyer hears that nobody forgot, and goes to the next agent; and so again after a
/// while, for as long as nobody keeps it. Everything it needs is in the store, so that it goes on after a restart where it stopped; two of
/// them do no harm, since a change that came second is refused.
/// </summary>
public sealed class WaitingKeeper(IConversationStore store, IServingBase serving, ChannelSettings channels, ShopClock shopClock, TimeProvider clock)
{
    /// <summary>Does what is due now.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        foreach (var conversationId in await store.LostLeasesAsync(clock.GetUtcNow(), cancellation))
            await ReturnToQueueAsync(conversationId, cancellation);
        foreach (var conversation in await store.UnpromisedAsync(cancellation))
            await PromiseAsync(conversation, cancellation);
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

    /// <summary>A last word that asks nothing needs no reply; what an outside desk says is not known here, and its lease watches over it.</summary>
    private async Task PromiseAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.Handoff is { IsWaiting: false } held && (held.AgentId == OutsideDesk.Agent.Id || Courtesy.NeedsNoReply(conversation.Memory.Intent)))
            return;
        var change = new ConversationChange(conversation, clock.GetUtcNow());
        var waitsFor = conversation.LastFrom == MessageAuthor.Buyer ? conversation.LastText : conversation.Handoff?.Summary;
        change.Promise(new WaitingPromise(Guid.CreateVersion7(change.At).ToString("N"), conversation.Id, MessageAuthor.System, waitsFor ?? "", change.At,
            WaitingTimes.Deadline(serving.Current.Bundle.Content, conversation.Channel, shopClock.Local(change.At)), null));
        await store.CommitAsync(change, cancellation);
    }

    private static bool IsOverdue(WaitingPromise promise, DateTimeOffset now) => promise.Deadline <= now;

    private static bool NeedsReminder(WaitingPromise promise, DateTimeOffset now) =>
        promise.RemindedAt is null && promise.Deadline - WaitingTimes.ReminderLead <= now;

    /// <summary>Whether the supervisor is told now: for the first time, or again after a while, though not while everybody is away.</summary>
    private bool NeedsAlarm(WaitingPromise promise, ConversationChange change) =>
        IsOverdue(promise, change.At) && (promise.AlarmedAt is not { } last || (last + WaitingTimes.AlarmInterval <= change.At && IsOpen(change)));

    private bool IsOpen(ConversationChange change) =>
        OfficeHours.IsOpen(serving.Current.Bundle.Content, change.Before.Channel, shopClock.Local(change.At));

    /// <summary>
    /// Whether the buyer is told nothing now: told lately, told before and the colleagues are away, or nothing is ever said on the channel.
    /// </summary>
    private bool IsQuiet(ConversationChange change, DateTimeOffset? reassuredAt) =>
        channels.ModeOf(change.Before.Channel) == ReplyMode.Off
        || (reassuredAt is { } last && (last + WaitingTimes.ReassuranceInterval > change.At || !IsOpen(change)));

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
        var late = open.Where(promise => NeedsAlarm(promise, change)).ToList();
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
        if (IsQuiet(change, open.Max(promise => promise.ReassuredAt)))
            return;
        var notice = Notices.Compose(serving.Current, NoticeScripts.Reassure, change.After, change.At);
        change.Reassure(overdue.Id);
        change.Say(MessageAuthor.Bot, MessageKind.Notice, notice.Text, message => message with { ScriptId = notice.ScriptId });
        change.Remember(change.After.Memory.Saying(notice.ScriptId, notice.Wording));
    }
}
