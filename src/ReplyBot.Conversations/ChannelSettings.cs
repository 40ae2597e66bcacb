using ReplyBot.Conversations.Replies;

namespace ReplyBot.Conversations;

/// <summary>How the bot may act, channel by channel.</summary>
public enum ReplyMode
{
    /// <summary>The bot answers where it is sure.</summary>
    Automatic,

    /// <summary>The bot only suggests; every buyer goes to a human.</summary>
    Assisted,

    /// <summary>The bot stays out.</summary>
    Off,
}

/// <summary>The settings of one channel; what is not set comes from the default.</summary>
public sealed record ChannelSetting
{
    /// <summary>How the bot may act.</summary>
    public ReplyMode? Mode { get; init; }

    /// <summary>Whether the channel's buyer ids can be trusted to be the shop's customers.</summary>
    public bool? VouchesForBuyers { get; init; }

    /// <summary>From what confidence on the bot acts.</summary>
    public ReplyThresholds? Thresholds { get; init; }
}

/// <summary>The settings of all channels.</summary>
/// <param name="Default">What holds where a channel sets nothing.</param>
/// <param name="Channels">The channels' own settings, by channel id.</param>
public sealed record ChannelSettings(ChannelSetting Default, IReadOnlyDictionary<string, ChannelSetting> Channels)
{
    /// <summary>Nothing set.</summary>
    public static readonly ChannelSettings None = new(new ChannelSetting(), new Dictionary<string, ChannelSetting>());

    /// <summary>How the bot may act on a channel.</summary>
    public ReplyMode ModeOf(string channel) => Of(channel)?.Mode ?? Default.Mode ?? ReplyMode.Automatic;

    /// <summary>Whether a channel's buyer ids can be trusted.</summary>
    public bool VouchesForBuyers(string channel) => Of(channel)?.VouchesForBuyers ?? Default.VouchesForBuyers ?? false;

    /// <summary>From what confidence on the bot acts on a channel.</summary>
    public ReplyThresholds ThresholdsOf(string channel) => Of(channel)?.Thresholds ?? Default.Thresholds ?? ReplyThresholds.Standard;

    private ChannelSetting? Of(string channel) => Channels.GetValueOrDefault(channel);
}
