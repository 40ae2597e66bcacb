namespace ReplyBot.BotFramework;

/// <summary>What a buyer, or a channel on the buyer's behalf, did.</summary>
public enum InboundKind
{
    /// <summary>Said something: text, attachments, or a choice.</summary>
    Message,

    /// <summary>Is typing.</summary>
    Typing,

    /// <summary>A named event with a value.</summary>
    Event,

    /// <summary>Somebody joined or left; the first sign of a new conversation on many channels.</summary>
    ConversationUpdate,

    /// <summary>The conversation was ended from the buyer's side.</summary>
    EndOfConversation,
}
