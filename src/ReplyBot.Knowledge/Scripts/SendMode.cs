namespace ReplyBot.Knowledge.Scripts;

/// <summary>Who may send a script.</summary>
public enum SendMode
{
    /// <summary>The bot may send it by itself.</summary>
    Automatic,

    /// <summary>Only a human may send it; the bot at most suggests it.</summary>
    Agent,
}
