namespace ReplyBot.Conversations.Metrics;

/// <summary>How one conversation was replied to, by those who are counted.</summary>
internal sealed class ReplyTimes(string conversationId)
{
    private readonly List<TimeSpan> _responses = [];
    private DateTimeOffset? _unansweredSince;

    public string ConversationId { get; } = conversationId;

    public int BuyerMessages { get; private set; }

    public int Replies { get; private set; }

    /// <summary>Times from the first message not replied to, to the reply; oldest first.</summary>
    public IReadOnlyList<TimeSpan> Responses => _responses;

    /// <summary>Whether the last question was not replied to.</summary>
    public bool IsMissed => _unansweredSince is not null;

    /// <summary>A buyer's message counts.</summary>
    public void Asked(DateTimeOffset at)
    {
        BuyerMessages++;
        Waits(at);
    }

    /// <summary>The clock starts, if it does not run.</summary>
    public void Waits(DateTimeOffset at) => _unansweredSince ??= at;

    /// <summary>A reply counts, and stops the clock.</summary>
    public void Replied(DateTimeOffset at)
    {
        Replies++;
        if (_unansweredSince is { } since)
            _responses.Add(at - since);
        _unansweredSince = null;
    }

    /// <summary>A notice counts only where it is the reply to something.</summary>
    public void Notified(DateTimeOffset at)
    {
        if (_unansweredSince is not null)
            Replied(at);
    }

    /// <summary>The question is somebody else's now.</summary>
    public void Dismissed() => _unansweredSince = null;
}
