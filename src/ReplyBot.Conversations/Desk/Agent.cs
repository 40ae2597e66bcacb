namespace ReplyBot.Conversations.Desk;

/// <summary>An agent at the desk.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="DisplayName">The name that buyers see.</param>
public sealed record Agent(string Id, string DisplayName);

/// <summary>A reply of an agent on its way to the buyer.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Agent">Who writes.</param>
/// <param name="Epoch">The epoch under which the agent holds the conversation.</param>
/// <param name="Text">What is said.</param>
/// <param name="ClientId">The console's own id of the reply; the same one twice is sent once.</param>
/// <param name="SuggestionId">The suggestion it began as, or null.</param>
public sealed record AgentReply(string ConversationId, Agent Agent, long Epoch, string Text, string ClientId, string? SuggestionId)
{
    /// <summary>The script that it was made from, where no suggestion was.</summary>
    public string? ScriptId { get; init; }

    /// <summary>What a supervisor allowed to promise in this conversation, in yuan.</summary>
    public decimal ApprovedYuan { get; init; }
}
