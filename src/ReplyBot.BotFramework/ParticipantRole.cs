namespace ReplyBot.BotFramework;

/// <summary>The side that a participant speaks for.</summary>
public enum ParticipantRole
{
    /// <summary>The buyer.</summary>
    Buyer,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>A human agent of the shop.</summary>
    Agent,
}
