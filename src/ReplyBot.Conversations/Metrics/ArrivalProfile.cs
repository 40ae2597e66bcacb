using ReplyBot.Conversations.Handoffs;
using ReplyBot.Knowledge;

namespace ReplyBot.Conversations.Metrics;

/// <summary>At what times of day buyers come, as earlier days have shown.</summary>
/// <param name="Arrivals">The shop's times of day at which buyers came, by channel.</param>
public sealed record ArrivalProfile(ILookup<string, TimeOnly> Arrivals)
{
    /// <summary>Fewer buyers than these make no profile; then the office hours stand for it.</summary>
    private const int Least = 20;

    /// <summary>Which share of a day's buyers have come by a time, 0 to 1.</summary>
    /// <param name="knowledge">The base with the channels' office hours.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="local">The time on the shop's clock.</param>
    public double ShareBy(KnowledgeBase knowledge, string channel, DateTimeOffset local)
    {
        var now = TimeOnly.FromTimeSpan(local.TimeOfDay);
        var known = Arrivals[channel].ToList();
        if (known.Count >= Least)
            return (double)known.Count(time => time <= now) / known.Count;
        var minutes = Enumerable.Range(0, 24 * 60).Select(minute => new DateTimeOffset(local.Date.AddMinutes(minute), local.Offset))
            .Where(minute => OfficeHours.IsOpen(knowledge, channel, minute)).ToList();
        return (double)minutes.Count(minute => minute <= local) / Math.Max(1, minutes.Count);
    }
}
