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

    /// <summary>Whether programs at the other end of the channel are told of handoffs and may take buyers, as an outside desk does.</summary>
    public bool? OutsideDesk { get; init; }

    /// <summary>How the bot may act on single intents, by id (<c>price.bargain</c>) or by group (<c>price</c>).</summary>
    public IReadOnlyDictionary<string, ReplyMode>? Intents { get; init; }

    /// <summary>For how long after a buyer's message that is not clear yet the next ones are waited for, to be read together.</summary>
    public TimeSpan? BurstWindow { get; init; }
}

/// <summary>The settings of all channels.</summary>
/// <param name="Default">What holds where a channel sets nothing.</param>
/// <param name="Channels">The channels' own settings, by channel id.</param>
public sealed record ChannelSettings(ChannelSetting Default, IReadOnlyDictionary<string, ChannelSetting> Channels)
{
    /// <summary>Nothing set.</summary>
    public static readonly ChannelSettings None = new(new ChannelSetting(), new Dictionary<string, ChannelSetting>());

    /// <summary>The burst window where nothing is set.</summary>
    public static readonly TimeSpan UsualBurstWindow = TimeSpan.FromSeconds(1.2);

    /// <summary>How the bot may act on a channel.</summary>
    public ReplyMode ModeOf(string channel) => Of(channel)?.Mode ?? Default.Mode ?? ReplyMode.Automatic;

    /// <summary>How the bot may act on an intent on a channel: as both allow.</summary>
    public ReplyMode ModeOf(string channel, string intent)
    {
        var mode = ModeOf(channel);
        var own = Of(channel)?.Intents is { } intents && Find(intents, intent) is { } set ? set : Default.Intents is { } usual ? Find(usual, intent) : null;
        return own is { } narrower && narrower > mode ? narrower : mode;
    }

    /// <summary>Whether an outside desk takes part on a channel.</summary>
    public bool HasOutsideDesk(string channel) => Of(channel)?.OutsideDesk ?? Default.OutsideDesk ?? false;

    /// <summary>For how long after an unclear message the next ones are waited for.</summary>
    public TimeSpan BurstWindowOf(string channel) => Of(channel)?.BurstWindow ?? Default.BurstWindow ?? UsualBurstWindow;

    /// <summary>Whether a channel's buyer ids can be trusted.</summary>
    public bool VouchesForBuyers(string channel) => Of(channel)?.VouchesForBuyers ?? Default.VouchesForBuyers ?? false;

    /// <summary>From what confidence on the bot acts on a channel.</summary>
    public ReplyThresholds ThresholdsOf(string channel) => Of(channel)?.Thresholds ?? Default.Thresholds ?? ReplyThresholds.Standard;

    private static ReplyMode? Find(IReadOnlyDictionary<string, ReplyMode> intents, string intent)
    {
        if (intents.TryGetValue(intent, out var exact))
            return exact;
        var dot = intent.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && intents.TryGetValue(intent[..dot], out var group) ? group : null;
    }

    private ChannelSetting? Of(string channel) => Channels.GetValueOrDefault(channel);
}
