namespace ReplyBot.BotFramework.Channels;

/// <summary>The clouds in which a bot can be registered.</summary>
public enum ChannelCloud
{
    /// <summary>Azure.</summary>
    Public,

    /// <summary>Azure for the government of the United States.</summary>
    UsGovernment,

    /// <summary>Azure in China, operated by 21Vianet.</summary>
    China,
}
