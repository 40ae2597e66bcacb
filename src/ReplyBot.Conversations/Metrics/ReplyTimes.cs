namespace ReplyBot.Conversations.Metrics;

/// <summary>How one conversation was replied to, by those who are counted.</summary>
internal sealed class ReplyTimes(string conversationId)
{
    private readonly List<DateTimeOffset> _asked = [];
    private readonly List<DateTimeOffset> _replied = [];
    private readonly List<(DateTimeOffset Since, TimeSpan Took)> _responses = [];

    public string ConversationId { get; } = conversationId;

    /// <summary>When the buyer's messages came.</summary>
    public IReadOnlyList<DateTimeOffset> AskedAt => _asked;

    /// <summary>When the replies went out.</summary>
    public IReadOnlyList<DateTimeOffset> RepliedAt => _replied;

    /// <summary>From the first message not replied to, to the reply; oldest first.</summary>
    public IReadOnlyList<(DateTimeOffset Since, TimeSpan Took)> Responses => _responses;

    /// <summary>Since when a question is not replied to; null where the last one was.</summary>
    public DateTimeOffset? UnansweredSince { get; private set; }

    /// <summary>A buyer's message counts.</summary>
    public void Asked(DateTimeOffset at)
    {
        _asked.Add(at);
        UnansweredSince ??= at;
    }

    /// <summary>A reply counts, and stops the clock.</summary>
    public void Replied(DateTimeOffset at)
    {
        _replied.Add(at);
        if (UnansweredSince is { } since)
            _responses.Add((since, at - since));
        UnansweredSince = null;
    }

    /// <summary>A notice counts only where it is the reply to something.</summary>
    public void Notified(DateTimeOffset at)
    {
        if (UnansweredSince is not null)
            Replied(at);
    }

    /// <summary>The question is somebody else's now.</summary>
    public void Dismissed() => UnansweredSince = null;
}
