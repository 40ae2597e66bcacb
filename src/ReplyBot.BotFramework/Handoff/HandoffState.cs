namespace ReplyBot.BotFramework.Handoff;

/// <summary>How a handoff stands, in the words of the Bot Framework's handoff protocol.</summary>
public enum HandoffState
{
    /// <summary>A human agent took the conversation.</summary>
    Accepted,

    /// <summary>Nobody could take it.</summary>
    Failed,

    /// <summary>The agent is done.</summary>
    Completed,
}
