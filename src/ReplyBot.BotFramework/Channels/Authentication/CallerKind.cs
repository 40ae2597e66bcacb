namespace ReplyBot.BotFramework.Channels.Authentication;

/// <summary>Who may stand behind a token.</summary>
internal enum CallerKind
{
    /// <summary>A channel, through the Bot Connector.</summary>
    Channel,

    /// <summary>The Bot Framework Emulator, with the bot's own credentials.</summary>
    Emulator,

    /// <summary>Another bot, to which this one is a skill.</summary>
    Bot,
}
