namespace ReplyBot.BotFramework;

/// <summary>The kinds of entry that a buyer's client receives.</summary>
public enum TranscriptKind
{
    /// <summary>Something said.</summary>
    Message,

    /// <summary>A named event with a value.</summary>
    Event,

    /// <summary>The conversation is over.</summary>
    EndOfConversation,
}
