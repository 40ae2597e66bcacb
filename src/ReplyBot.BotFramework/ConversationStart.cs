namespace ReplyBot.BotFramework;

/// <summary>Whether starting a conversation made a new one.</summary>
public enum ConversationStart
{
    /// <summary>The conversation is new.</summary>
    Created,

    /// <summary>The conversation had been started before and goes on.</summary>
    Resumed,
}
