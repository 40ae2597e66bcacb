namespace ReplyBot.Conversations.Handoffs;

/// <summary>A promise to come back to a buyer at a later time: 回访, a second contact, news that were promised for tomorrow.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="AgentId">The agent who promised it; null where it follows from a script that the bot said.</param>
/// <param name="DueAt">When.</param>
/// <param name="ScriptId">The script to say then, if one is named.</param>
/// <param name="Note">What it is about, for the agent who takes it.</param>
/// <param name="At">When it was promised.</param>
public sealed record PlannedContact(string Id, string ConversationId, string? AgentId, DateTimeOffset DueAt, string? ScriptId, string Note, DateTimeOffset At);

/// <summary>What became of a planned contact.</summary>
public enum ContactOutcome
{
    /// <summary>The bot said the script.</summary>
    Said,

    /// <summary>The buyer is in the queue again, or the agent who has the buyer was told.</summary>
    Queued,

    /// <summary>The buyer came back before, or the matter was settled: there is nothing to come back for.</summary>
    Answered,

    /// <summary>An agent took it back.</summary>
    Cancelled,

    /// <summary>Nothing true could be said.</summary>
    Skipped,
}
