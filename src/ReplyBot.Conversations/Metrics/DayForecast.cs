using ReplyBot.Knowledge.Platforms;

namespace ReplyBot.Conversations.Metrics;

/// <summary>How a channel's day will end if it goes on as lately, beside what its platform expects.</summary>
/// <param name="ExpectedBuyers">How many buyers will have asked by the end of the day.</param>
/// <param name="ReplyRate">回复率 at the end of the day, 0 to 1.</param>
/// <param name="MeetsReplyRate">Whether that reaches the target; null where there is none.</param>
/// <param name="NeededReplyRate">回复率 that the rest of the day needs for the target; above 1 it cannot be reached any more, null where there is no target.</param>
/// <param name="FirstResponseSeconds">Average 首响 at the end of the day; null where nothing was replied to yet.</param>
/// <param name="MeetsFirstResponse">Whether that keeps the target; null where there is none.</param>
public sealed record DayForecast(
    int ExpectedBuyers, double ReplyRate, bool? MeetsReplyRate, double? NeededReplyRate, double? FirstResponseSeconds, bool? MeetsFirstResponse)
{
    /// <summary>Fewer than so many say nothing about the rest of the day.</summary>
    private const int LeastRecent = 5;

    /// <summary>Forecasts the day; null before the first buyer.</summary>
    /// <param name="today">The channel's figures of the day so far, of all who are counted.</param>
    /// <param name="recent">The same of the buyers who came lately.</param>
    /// <param name="waiting">How many of those not replied to may still be replied to in time.</param>
    /// <param name="shareOfDay">Which share of a day's buyers have come by now, 0 to 1; see <see cref="ArrivalProfile"/>.</param>
    /// <param name="target">What the platform expects.</param>
    public static DayForecast? Of(ServiceFigures today, ServiceFigures? recent, int waiting, double shareOfDay, ServiceClock? target)
    {
        if (today.Asking == 0)
            return null;
        var expected = Math.Max(today.Asking, (int)Math.Round(today.Asking / Math.Clamp(shareOfDay, 0.01, 1)));
        var replied = today.Asking - today.Missed.Count;
        var settled = today.Asking - Math.Min(waiting, today.Missed.Count);
        var open = expected - settled;
        var lately = recent is { Asking: >= LeastRecent } ? recent : today;
        var rateLately = lately == today && settled > 0 ? (double)replied / settled : lately.ReplyRate;
        var rate = (replied + (open * rateLately)) / expected;
        var (rateTarget, firstTarget) = ((double?)target?.ReplyRateTarget, (double?)target?.FirstResponseSeconds);
        double? needed = rateTarget is { } wanted ? open == 0 ? null : Math.Max(0, ((wanted * expected) - replied) / open) : null;
        double? first = today.FirstResponse.Count == 0
            ? null
            : ((today.FirstResponse.AverageSeconds * today.FirstResponse.Count) + ((lately.FirstResponse.Count > 0 ? lately : today).FirstResponse.AverageSeconds * open)) / (today.FirstResponse.Count + open);
        return new DayForecast(
            expected, Math.Round(rate, 4), rateTarget is { } goal ? rate >= goal : null, needed is { } rest ? Math.Round(rest, 4) : null,
            first is { } seconds ? Math.Round(seconds, 1) : null, first is { } average && firstTarget is { } limit ? average <= limit : null);
    }
}
