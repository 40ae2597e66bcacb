using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Conversations.Metrics;

/// <summary>How the service clocks count: as each platform does, and in which shifts.</summary>
/// <param name="Channels">How each channel's platform counts; one that is missing counts everything.</param>
/// <param name="Shifts">The shop's shifts, if it has any.</param>
/// <param name="Clock">The shop's time of day, by which shifts begin and end.</param>
public sealed record ClockRules(IReadOnlyDictionary<string, CountingRule> Channels, IReadOnlyList<Shift> Shifts, ShopClock Clock)
{
    /// <summary>Everything counts, and there are no shifts.</summary>
    public static readonly ClockRules None = new(new Dictionary<string, CountingRule>(), [], ShopClock.China);

    /// <summary>The rules that a base states.</summary>
    public static ClockRules Of(KnowledgeBase knowledge, ShopClock clock) => new(
        knowledge.Platforms.ToDictionary(platform => platform.Id, platform => new CountingRule(platform.Clock.IgnoresAutomatic, platform.Clock.IgnoresNotices), StringComparer.Ordinal),
        knowledge.Shop.Shifts,
        clock);

    /// <summary>How a channel's platform counts.</summary>
    public CountingRule RuleOf(string channel) => Channels.GetValueOrDefault(channel, CountingRule.Everything);
}

/// <summary>What a platform does not take for a reply.</summary>
/// <param name="IgnoresAutomatic">The bot's replies: what it answered is nobody's reply and nobody's miss.</param>
/// <param name="IgnoresNotices">Notices such as 稍等: the buyer still waits.</param>
public readonly record struct CountingRule(bool IgnoresAutomatic, bool IgnoresNotices)
{
    /// <summary>Everything is a reply.</summary>
    public static readonly CountingRule Everything = new(false, false);
}
