using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Invariants;

/// <summary>What the model expects of one conversation. It predicts only: nothing of it is ever stored.</summary>
public sealed class Prediction(string conversationId)
{
    /// <summary>A burst is over after so many windows, whatever comes.</summary>
    private const int MostWindows = 3;

    private readonly Dictionary<string, DateTimeOffset> _alarmedAt = [];
    private readonly HashSet<string> _byWaiting = [];

    private static readonly TimeSpan PromiseLength = TimeSpan.FromMinutes(10);

    public string ConversationId { get; } = conversationId;

    /// <summary>Acknowledged buyer messages: the client's id and the id that was given back, in no particular order.</summary>
    public Dictionary<string, string> Acknowledged { get; } = [];

    public ConversationState State { get; set; }

    public string? Holder { get; set; }

    public long Epoch { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Since when the buyer of the open handoff waits.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>The head start of the open handoff.</summary>
    public TimeSpan HeadStart { get; set; }

    /// <summary>The epochs each agent was given, oldest first.</summary>
    public Dictionary<string, List<long>> Epochs { get; } = [];

    /// <summary>Promises that nobody has kept yet, with their deadlines.</summary>
    public Dictionary<string, DateTimeOffset> OpenPromises { get; } = [];

    /// <summary>When the buyer was last reassured about them.</summary>
    public DateTimeOffset? ReassuredAt { get; set; }

    public bool Holds(string agent, long epoch) => State == ConversationState.Assigned && Holder == agent && Epoch == epoch;

    /// <summary>How long the bot waits for the rest of a thought.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>A promise was opened, by somebody's 稍等 or because the buyer waits.</summary>
    public void Promised(string id, DateTimeOffset now, bool byWaiting = false)
    {
        OpenPromises[id] = now + PromiseLength;
        if (byWaiting)
            _byWaiting.Add(id);
    }

    /// <summary>Until when a turn waits for more; null where it ends at once.</summary>
    public DateTimeOffset? WaitsUntil(IReadOnlyList<RecordedMessage> unhandled, string[] clear, DateTimeOffset now)
    {
        if (unhandled.Count == 0 || State is ConversationState.Waiting or ConversationState.Assigned || (unhandled is [var only] && clear.Contains(only.Text)))
            return null;
        var (afterLast, afterFirst) = (unhandled[^1].At + Window, unhandled[0].At + (Window * MostWindows));
        var until = afterLast < afterFirst ? afterLast : afterFirst;
        return now < until && until - now <= Window ? until : null;
    }

    /// <summary>Whether the buyer waits for people and was promised nothing.</summary>
    public bool IsOwedAPromise(Recording stored, DateTimeOffset now) =>
        OpenPromises.Count == 0 && !stored.TurnIsPending
        && (State == ConversationState.Waiting || (State == ConversationState.Assigned && (LeaseUntil <= now || (stored.LastFrom == MessageAuthor.Buyer && stored.Intent != "chat.thanks"))));

    public void Kept()
    {
        OpenPromises.Clear();
        ReassuredAt = null;
    }

    /// <summary>What the waiting keeper does to this conversation.</summary>
    public void Ticked(DateTimeOffset now)
    {
        if (State == ConversationState.Assigned && LeaseUntil <= now)
        {
            BackInQueue();
        }
        var overdue = OpenPromises.Where(promise => promise.Value <= now).Select(promise => promise.Key).ToList();
        if (overdue.Count == 0)
            return;
        var late = overdue.Where(promise => !_alarmedAt.TryGetValue(promise, out var last) || last + WaitingTimes.AlarmInterval <= now).ToList();
        foreach (var promise in late)
            _alarmedAt[promise] = now;
        if (State == ConversationState.Assigned && late.Count > 0)
        {
            BackInQueue();
        }
        else if (State == ConversationState.Bot)
        {
            (State, WaitsSince, HeadStart) = (ConversationState.Waiting, now, QueueOrder.HeadStartOf(HandoffReason.FollowUp));
        }
        if (!(ReassuredAt + WaitingTimes.ReassuranceInterval > now))
            ReassuredAt = now;
    }

    public void Assigned(string agent, long epoch, DateTimeOffset now)
    {
        (State, Holder, Epoch, LeaseUntil) = (ConversationState.Assigned, agent, epoch, now + Handoff.Lease);
        if (WaitsSince is null)
            (WaitsSince, HeadStart) = (now, TimeSpan.Zero);
        if (!Epochs.TryGetValue(agent, out var given))
            Epochs[agent] = given = [];
        given.Add(epoch);
    }

    public void BackInQueue()
    {
        (State, Holder) = (ConversationState.Waiting, null);
        Epoch++;
    }

    public void Ended(ConversationState state)
    {
        (State, Holder, WaitsSince) = (state, null, null);
        Epoch++;
        if (state == ConversationState.Closed)
            Kept();
        // The bot owes the reply now.
        foreach (var promise in _byWaiting)
            OpenPromises.Remove(promise);
    }
}
