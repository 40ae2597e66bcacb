using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Storage;

/// <summary>
/// Everything one step does to a conversation, stored together or not at all: its state, what was said, why, who waits, what was promised.
/// Built from <see cref="Before"/>; messages get their numbers here, which the version check keeps without gaps.
/// </summary>
public sealed class ConversationChange
{
    private readonly List<Message> _messages = [];
    private readonly List<ConversationEvent> _events = [];
    private readonly List<WaitingPromise> _opened = [];
    private readonly List<(string, PromiseMark)> _marks = [];
    private readonly List<PlannedContact> _planned = [];
    private readonly List<(string, ContactOutcome)> _settled = [];

    /// <summary>Begins a change of a conversation as it was read.</summary>
    public ConversationChange(Conversation before, DateTimeOffset at)
    {
        Before = before;
        After = before with { Version = before.Version + 1 };
        At = at;
    }

    /// <summary>The conversation as it was read; the change holds only while it has this version.</summary>
    public Conversation Before { get; }

    /// <summary>The conversation as it will be.</summary>
    public Conversation After { get; private set; }

    /// <summary>When the change is made.</summary>
    public DateTimeOffset At { get; }

    /// <summary>New messages, in order.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<ConversationEvent> Events => _events;

    /// <summary>Promises opened.</summary>
    public IReadOnlyList<WaitingPromise> OpenedPromises => _opened;

    /// <summary>Whether all open promises of the conversation are kept by this change.</summary>
    public bool KeepsPromises { get; private set; }

    /// <summary>Whether nobody waits for people any more: what was promised only by leaving the buyer waiting is settled.</summary>
    public bool SettlesWaits { get; private set; }

    /// <summary>What the clock did about open promises.</summary>
    public IReadOnlyList<(string PromiseId, PromiseMark Mark)> PromiseMarks => _marks;

    /// <summary>Contacts planned for later.</summary>
    public IReadOnlyList<PlannedContact> PlannedContacts => _planned;

    /// <summary>What became of planned contacts.</summary>
    public IReadOnlyList<(string ContactId, ContactOutcome Outcome)> SettledContacts => _settled;

    /// <summary>Whether the bot's own planned contacts are needless from now on.</summary>
    public bool SupersedesContacts { get; private set; }

    /// <summary>New suggestions for the agent, replacing the older ones.</summary>
    public SuggestionSet? Suggestions { get; private set; }

    /// <summary>The suggestion that the new message was made from.</summary>
    public string? UsedSuggestion { get; private set; }

    /// <summary>Whether the pending turn ends with this change.</summary>
    public bool EndsTurn { get; private set; }

    /// <summary>Whether a turn becomes pending with this change.</summary>
    public bool BeginsTurn { get; private set; }

    /// <summary>Adds a message and counts it as said.</summary>
    public Message Say(MessageAuthor from, MessageKind kind, string text, Func<Message, Message>? with = null)
    {
        var seq = After.LastSeq + 1;
        var message = new Message(seq, Before.MessageId(seq), from, kind, text, At);
        if (with is not null)
            message = with(message);
        _messages.Add(message);
        After = After with { LastSeq = seq, LastAt = At };
        if (message.IsSpeech)
            After = After with { LastFrom = from, LastText = text };
        Happened(ConversationEventKind.Sent, message.AgentId ?? "bot", seq,
            ("kind", kind.ToString()), ("script", message.ScriptId ?? ""));
        return message;
    }

    /// <summary>Records what happened.</summary>
    public void Happened(ConversationEventKind kind, string actor, long seq, params ReadOnlySpan<(string Name, string Value)> detail)
    {
        var named = new Dictionary<string, string>(detail.Length);
        foreach (var (name, value) in detail)
            if (value.Length > 0)
                named[name] = value;
        _events.Add(new ConversationEvent(kind, At, seq, actor, named));
    }

    /// <summary>Changes what the bot remembers.</summary>
    public void Remember(ConversationMemory memory) => After = After with { Memory = memory };

    /// <summary>Puts the buyer into the queue; a buyer who is there already keeps the place.</summary>
    /// <param name="id">The handoff's id.</param>
    /// <param name="reason">Why.</param>
    /// <param name="summary">What is asked.</param>
    /// <param name="extra">A head start beside the reason's.</param>
    public void OpenHandoff(string id, HandoffReason reason, string summary, TimeSpan extra = default)
    {
        if (After.Handoff is not null)
            return;
        After = After with
        {
            State = ConversationState.Waiting,
            Handoff = new Handoff(id, At, reason, summary, AgentId: null, LeaseUntil: null) { HeadStart = QueueOrder.HeadStartOf(reason) + extra },
        };
        Happened(ConversationEventKind.HandoffOpened, "bot", After.LastSeq, ("reason", reason.ToString()));
    }

    /// <summary>Brings what the agent is told up to what a waiting buyer added, and moves one who became upset forward; never back.</summary>
    public void RefreshHandoff(string summary, TimeSpan headStart)
    {
        if (After.Handoff is { } handoff)
            After = After with { Handoff = handoff with { Summary = summary, HeadStart = headStart > handoff.HeadStart ? headStart : handoff.HeadStart } };
    }

    /// <summary>Offers the waiting buyer to an agent.</summary>
    public void Offer(string agentId, DateTimeOffset until)
    {
        After = After with { Handoff = Waiting with { OfferedTo = agentId, OfferedUntil = until } };
        Happened(ConversationEventKind.Offered, "clock", After.LastSeq, ("to", agentId));
    }

    /// <summary>The agent to whom the buyer was offered let it pass.</summary>
    public void PassOffer()
    {
        if (Waiting is { OfferedTo: { } passed } handoff)
            After = After with { Handoff = handoff with { OfferedTo = null, OfferedUntil = null, PassedBy = [.. handoff.PassedBy, passed] } };
    }

    /// <summary>The agent to whom the buyer was offered passes the buyer on; whoever passed is not asked again before a time.</summary>
    public void DeclineOffer(DateTimeOffset askAgainAt)
    {
        PassOffer();
        After = After with { Handoff = Waiting with { OfferedUntil = askAgainAt } };
    }

    /// <summary>Everybody was asked: all may be asked again.</summary>
    public void ForgetPassed() => After = After with { Handoff = Waiting with { PassedBy = [] } };

    private Handoff Waiting => After.Handoff ?? throw new InvalidOperationException("Nobody waits in this conversation.");

    /// <summary>Tells programs at the other end of the channel how the handoff stands.</summary>
    public void Signal(HandoffStage stage) => Say(MessageAuthor.System, MessageKind.Signal, "", message => message with
    {
        Signal = stage == HandoffStage.Initiated
            ? new HandoffSignal(stage, After.Handoff?.Reason, After.Memory.Intent, After.Memory.Emotion, After.Memory.Stage)
            : new HandoffSignal(stage),
    });

    /// <summary>Gives the conversation to an agent under a new epoch.</summary>
    /// <param name="handoffId">The id of the handoff, should there be none yet.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="lease">For how long without a sign of life; the usual time where nothing is said.</param>
    public void Assign(string handoffId, string agentId, TimeSpan? lease = null)
    {
        var handoff = After.Handoff ?? new Handoff(handoffId, At, HandoffReason.TakenOver, "", null, null);
        After = After with
        {
            State = ConversationState.Assigned,
            Epoch = After.Epoch + 1,
            Handoff = handoff with { AgentId = agentId, LeaseUntil = At + (lease ?? Handoff.Lease), OfferedTo = null, OfferedUntil = null, PassedBy = [] },
            LastAgentId = agentId,
        };
        Happened(ConversationEventKind.Assigned, agentId, After.LastSeq);
    }

    /// <summary>Puts a buyer whose agent is gone, or did not keep a promise, back to the original place in the queue.</summary>
    public void LoseLease() => BackToQueue(ConversationEventKind.LeaseLost);

    /// <summary>Gives the buyer to another agent, or back to the original place in the queue.</summary>
    public void Transfer(string? toAgentId)
    {
        BackToQueue(ConversationEventKind.Transferred, ("to", toAgentId ?? ""));
        if (toAgentId is not null)
            Assign(After.Handoff!.Id, toAgentId);
    }

    private void BackToQueue(ConversationEventKind kind, params ReadOnlySpan<(string Name, string Value)> detail)
    {
        var handoff = After.Handoff ?? throw new InvalidOperationException("No agent holds this conversation.");
        Happened(kind, handoff.AgentId ?? "clock", After.LastSeq, detail);
        After = After with
        {
            State = ConversationState.Waiting,
            Epoch = After.Epoch + 1,
            Handoff = handoff with { AgentId = null, LeaseUntil = null, PassedBy = handoff.AgentId is { } lost ? [lost] : [] },
        };
    }

    /// <summary>
    /// Ends the handoff: back to the bot, or closed. What the buyer said last and nobody replied to is the bot's to answer from now on.
    /// </summary>
    public void EndHandoff(ConversationState state, string agentId, params ReadOnlySpan<(string Name, string Value)> detail)
    {
        After = After with { State = state, Handoff = null, Epoch = After.Epoch + 1, Memory = After.Memory with { Misses = 0 } };
        SettlesWaits = state == ConversationState.Bot;
        if (state == ConversationState.Bot && After.LastFrom == MessageAuthor.Buyer)
        {
            BeginsTurn = true;
            After = After with { HandledSeq = Math.Min(After.HandledSeq, After.LastSeq - 1) };
        }
        Happened(state == ConversationState.Closed ? ConversationEventKind.Closed : ConversationEventKind.Returned, agentId, After.LastSeq, detail);
    }

    /// <summary>A message of the buyer's that a turn has read while an agent had the buyer is the bot's to answer.</summary>
    /// <param name="seq">Its number.</param>
    public void TakeUpAgain(long seq) => After = After with { HandledSeq = Math.Min(After.HandledSeq, seq - 1) };

    /// <summary>Opens a closed conversation again, with the bot.</summary>
    public void Reopen() => After = After with { State = ConversationState.Bot };

    /// <summary>Opens a promise.</summary>
    public void Promise(WaitingPromise promise)
    {
        _opened.Add(promise);
        Happened(ConversationEventKind.Promised, promise.MadeBy.ToString(), After.LastSeq,
            ("deadline", promise.Deadline.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Keeps all open promises: a substantive reply was given, or the conversation ended.</summary>
    public void KeepPromises(string actor)
    {
        KeepsPromises = true;
        Happened(ConversationEventKind.PromiseKept, actor, After.LastSeq);
    }

    /// <summary>Notes that the buyer was reassured about a promise.</summary>
    public void Reassure(string promiseId)
    {
        _marks.Add((promiseId, PromiseMark.Reassured));
        Happened(ConversationEventKind.Reassured, "clock", After.LastSeq);
    }

    /// <summary>Notes that the agent was reminded of a promise.</summary>
    public void Remind(string promiseId)
    {
        _marks.Add((promiseId, PromiseMark.Reminded));
        Happened(ConversationEventKind.Reminded, "clock", After.LastSeq, ("agent", After.Handoff?.AgentId ?? ""));
    }

    /// <summary>Notes that the supervisor was told of a promise that nobody kept in time.</summary>
    public void RaiseAlarm(string promiseId)
    {
        _marks.Add((promiseId, PromiseMark.Alarmed));
        Happened(ConversationEventKind.AlarmRaised, "clock", After.LastSeq, ("agent", After.Handoff?.AgentId ?? ""));
    }

    /// <summary>Plans to come back to the buyer.</summary>
    public void Plan(PlannedContact contact)
    {
        _planned.Add(contact);
        Happened(ConversationEventKind.ContactPlanned, contact.AgentId ?? "bot", After.LastSeq,
            ("due", contact.DueAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("script", contact.ScriptId ?? ""));
    }

    /// <summary>Notes what became of a planned contact.</summary>
    public void SettleContact(PlannedContact contact, ContactOutcome outcome, string actor = "clock")
    {
        _settled.Add((contact.Id, outcome));
        Happened(ConversationEventKind.ContactSettled, actor, After.LastSeq, ("outcome", outcome.ToString()), ("script", contact.ScriptId ?? ""));
    }

    /// <summary>The buyer came back: what the bot planned to say by itself is needless.</summary>
    public void SupersedeContacts()
    {
        SupersedesContacts = true;
        Happened(ConversationEventKind.ContactSettled, "buyer", After.LastSeq, ("outcome", nameof(ContactOutcome.Answered)));
    }

    /// <summary>Suggests replies to the agent.</summary>
    public void Suggest(SuggestionSet suggestions)
    {
        Suggestions = suggestions;
        Happened(ConversationEventKind.Suggested, "bot", suggestions.MessageSeq,
            ("scripts", string.Join(' ', suggestions.Items.Select(item => item.ScriptId))));
    }

    /// <summary>Notes that an agent's message came from a suggestion.</summary>
    /// <param name="suggestionId">The suggestion.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="changed">How much was changed, see <see cref="EditShare"/>; 0 when it was taken as it is.</param>
    public void UseSuggestion(string suggestionId, string agentId, double changed)
    {
        UsedSuggestion = suggestionId;
        if (changed > 0)
            Happened(ConversationEventKind.Edited, agentId, After.LastSeq, ("suggestion", suggestionId), ("changed", EditShare.Write(changed)));
        else
            Happened(ConversationEventKind.Adopted, agentId, After.LastSeq, ("suggestion", suggestionId));
    }

    /// <summary>Notes that no suggestion was used: something else was said, or nothing.</summary>
    public void PassOverSuggestions(SuggestionSet suggestions, string agentId, bool replied) =>
        Happened(replied ? ConversationEventKind.Replaced : ConversationEventKind.Ignored, agentId, replied ? After.LastSeq : suggestions.MessageSeq,
            ("scripts", string.Join(' ', suggestions.Items.Select(item => item.ScriptId))));

    /// <summary>Ends the pending turn with all messages up to the given one dealt with.</summary>
    public void EndTurn(long handledSeq)
    {
        EndsTurn = true;
        After = After with { HandledSeq = handledSeq };
    }
}
