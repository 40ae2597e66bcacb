using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// A promise made by saying 稍等: open until a substantive reply; another 稍等 does not close it. A buyer who waits without having been
/// told so is owed the same: that promise is made by the system.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="MadeBy">The bot, an agent, or the system where nobody said anything.</param>
/// <param name="Text">What was said, or what the buyer waits for.</param>
/// <param name="At">When.</param>
/// <param name="Deadline">Until when the buyer was told to wait.</param>
/// <param name="ReassuredAt">When the buyer was last told that nobody forgot.</param>
public sealed record WaitingPromise(
    string Id,
    string ConversationId,
    MessageAuthor MadeBy,
    string Text,
    DateTimeOffset At,
    DateTimeOffset Deadline,
    DateTimeOffset? ReassuredAt)
{
    /// <summary>When the agent was reminded that it is nearly due.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When the supervisor was last told that it is overdue.</summary>
    public DateTimeOffset? AlarmedAt { get; init; }
}

/// <summary>What the clock does about an open promise.</summary>
public enum PromiseMark
{
    /// <summary>The agent was reminded.</summary>
    Reminded,

    /// <summary>The supervisor was told.</summary>
    Alarmed,

    /// <summary>The buyer was told that nobody forgot.</summary>
    Reassured,
}
