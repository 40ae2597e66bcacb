namespace ReplyBot.BotFramework;

/// <summary>What became of a message that was handed in.</summary>
public enum PostOutcome
{
    /// <summary>Stored for the first time.</summary>
    Stored,

    /// <summary>The same message had been stored before.</summary>
    Duplicate,

    /// <summary>No such conversation.</summary>
    UnknownConversation,

    /// <summary>Too much at once; to be tried again later.</summary>
    Busy,
}
