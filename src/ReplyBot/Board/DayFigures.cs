using ReplyBot.Conversations.Metrics;

namespace ReplyBot.Board;

/// <summary>How fast first replies came.</summary>
/// <param name="Count">How many were given.</param>
/// <param name="MedianSeconds">Half of them came within this; null where there are none.</param>
/// <param name="P90Seconds">Nine in ten came within this; null where there are none.</param>
internal sealed record ResponseTimes(int Count, double? MedianSeconds, double? P90Seconds)
{
    public static ResponseTimes Of(DurationSummary? summary) => summary is { Count: > 0 }
        ? new ResponseTimes(summary.Count, Math.Round(summary.MedianSeconds, 1), Math.Round(summary.P90Seconds, 1))
        : new ResponseTimes(0, null, null);
}

/// <summary>The service clocks of a day as the board shows them; a rate of nothing is not known.</summary>
/// <param name="Buyers">Buyers who asked.</param>
/// <param name="Replied">Those whose last question was replied to.</param>
/// <param name="Received">The buyers' messages.</param>
/// <param name="Sent">Messages to buyers that count as replies.</param>
/// <param name="Handoffs">Buyers who asked people.</param>
/// <param name="FirstResponse">首响, of whoever replied first.</param>
/// <param name="HumanResponse">首响 of people, from when the buyer began to wait for one.</param>
/// <param name="ReplyRate">回复率, 0 to 1.</param>
/// <param name="HumanReplyRate">回复率 of people, 0 to 1.</param>
/// <param name="ReplyRatio">答问比.</param>
internal sealed record DayFigures(
    int Buyers, int Replied, int Received, int Sent, int Handoffs, ResponseTimes FirstResponse, ResponseTimes HumanResponse,
    double? ReplyRate, double? HumanReplyRate, double? ReplyRatio)
{
    /// <summary>The figures of all channels as if they were one, each counted as its platform does.</summary>
    public static DayFigures OfAll(IEnumerable<LoggedEvent> events, ClockRules? rules = null) => Of(ServiceClocks.Compute(events, rules, acrossChannels: true));

    /// <summary>The figures of one channel.</summary>
    /// <param name="figures">The channel's service clocks.</param>
    public static DayFigures Of(IEnumerable<ServiceFigures> figures)
    {
        var whole = figures.Where(row => row is { AgentId: null, Shift: null }).ToDictionary(row => row.Served);
        var together = whole.GetValueOrDefault(Served.Together);
        var people = whole.GetValueOrDefault(Served.Human);
        var buyers = together?.Asking ?? 0;
        return new DayFigures(
            buyers, buyers - (together?.Missed.Count ?? 0), together?.BuyerMessages ?? 0, together?.Replies ?? 0, people?.Asking ?? 0,
            ResponseTimes.Of(together?.FirstResponse), ResponseTimes.Of(people?.FirstResponse),
            RateOf(together), RateOf(people), together is { BuyerMessages: > 0 } ? Math.Round(together.AnswerRatio, 4) : null);
    }

    private static double? RateOf(ServiceFigures? figures) => figures is { Asking: > 0 } ? Math.Round(figures.ReplyRate, 4) : null;
}
