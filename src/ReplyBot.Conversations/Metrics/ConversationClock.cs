using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Metrics;

/// <summary>The clocks of one conversation, run over its events.</summary>
internal sealed class ConversationClock
{
    /// <summary>How the ids of notices begin.</summary>
    private const string Notices = "notice.";

    private readonly string _conversationId;
    private readonly ReplyTimes _together;
    private readonly ReplyTimes _bot;
    private readonly ReplyTimes _human;
    private readonly Dictionary<string, ReplyTimes> _agents = [];
    private string? _holder;
    private bool _waitsForHuman;

    private readonly CountingRule _rule;

    private ConversationClock(LoggedEvent first, ClockRules rules)
    {
        (_conversationId, Shop, Channel) = (first.ConversationId, first.Shop, first.Channel);
        _rule = rules.RuleOf(Channel);
        (_together, _bot, _human) = (new ReplyTimes(_conversationId), new ReplyTimes(_conversationId), new ReplyTimes(_conversationId));
    }

    public string Shop { get; }

    public string Channel { get; }

    /// <summary>The agents who had the buyer.</summary>
    public IReadOnlyCollection<string> Agents => _agents.Keys;

    public static ConversationClock Read(IEnumerable<LoggedEvent> events, ClockRules rules)
    {
        ConversationClock? clock = null;
        foreach (var logged in events)
            (clock ??= new ConversationClock(logged, rules)).Take(logged.Event);
        return clock!;
    }

    public ReplyTimes Of(Served served) => served switch
    {
        Served.Bot => _bot,
        Served.Human => _human,
        _ => _together,
    };

    public ReplyTimes Of(string agent) => _agents[agent];

    private void Take(ConversationEvent happened)
    {
        switch (happened.Kind)
        {
            case ConversationEventKind.Received:
                _together.Asked(happened.At);
                if (_waitsForHuman)
                    _human.Asked(happened.At);
                else
                    _bot.Asked(happened.At);
                if (_holder is not null)
                    _agents[_holder].Asked(happened.At);
                break;
            case ConversationEventKind.HandoffOpened:
                _waitsForHuman = true;
                // What made the bot hand over is a question to people from now on, and none to the bot.
                _human.Asked(happened.At);
                _bot.Dismissed();
                break;
            case ConversationEventKind.Assigned:
                Hold(happened);
                break;
            case ConversationEventKind.LeaseLost or ConversationEventKind.Transferred:
                Release();
                break;
            case ConversationEventKind.Returned or ConversationEventKind.Closed:
                Release();
                _waitsForHuman = false;
                _human.Dismissed();
                if (happened.Kind == ConversationEventKind.Closed)
                    _together.Dismissed();
                break;
            case ConversationEventKind.Sent:
                Say(happened);
                break;
        }
    }

    private void Hold(ConversationEvent assigned)
    {
        _holder = assigned.Actor;
        if (!_agents.TryGetValue(_holder, out var times))
            _agents[_holder] = times = new ReplyTimes(_conversationId);
        if (_human.UnansweredSince is not null)
            times.Asked(assigned.At);
        _waitsForHuman = true;
    }

    private void Release()
    {
        if (_holder is not null)
            _agents[_holder].Dismissed();
        _holder = null;
    }

    /// <summary>Small talk is returned as a notice too; only the notices proper may count for nothing.</summary>
    private void Notify(ConversationEvent said)
    {
        if (_rule.IgnoresNotices && said.Detail.GetValueOrDefault("script", "").StartsWith(Notices, StringComparison.Ordinal))
            return;
        if (_rule.IgnoresAutomatic)
            _together.Dismissed();
        else
            _together.Notified(said.At);
        _bot.Notified(said.At);
    }

    private void Say(ConversationEvent said)
    {
        switch (said.Detail.GetValueOrDefault("kind"))
        {
            case nameof(MessageKind.Answer) or nameof(MessageKind.Question) when said.Actor == "bot":
                if (_rule.IgnoresAutomatic)
                    _together.Dismissed();
                else
                    _together.Replied(said.At);
                _bot.Replied(said.At);
                break;
            case nameof(MessageKind.Notice) when said.Actor == "bot":
                Notify(said);
                break;
            case nameof(MessageKind.Message):
                _together.Replied(said.At);
                _human.Replied(said.At);
                if (_agents.TryGetValue(said.Actor, out var agent))
                    agent.Replied(said.At);
                break;
        }
    }
}
