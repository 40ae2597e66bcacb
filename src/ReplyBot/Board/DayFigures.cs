using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Board;

/// <summary>How fast first replies came.</summary>
/// <param name="Count">How many were given.</param>
/// <param name="MedianSeconds">Half of them came within this; null where there are none.</param>
/// <param name="P90Seconds">Nine in ten came within this.</param>
internal sealed record ResponseTimes(int Count, double? MedianSeconds, double? P90Seconds)
{
    public static ResponseTimes Of(IEnumerable<TimeSpan> waits)
    {
        var seconds = waits.Select(wait => wait.TotalSeconds).Order().ToArray();
        return seconds.Length == 0 ? new ResponseTimes(0, null, null) : new ResponseTimes(seconds.Length, Quantile(seconds, 0.5), Quantile(seconds, 0.9));
    }

    /// <summary>The smallest value that at least the given share does not exceed.</summary>
    private static double Quantile(double[] ordered, double share) =>
        Math.Round(ordered[Math.Clamp((int)Math.Ceiling(ordered.Length * share) - 1, 0, ordered.Length - 1)], 1);
}

/// <summary>The figures of a day, of one channel or of all, computed from the event log.</summary>
/// <param name="Buyers">Conversations in which a buyer wrote.</param>
/// <param name="Replied">Those in which the buyer was replied to; 稍等 is no reply.</param>
/// <param name="Received">The buyers' messages.</param>
/// <param name="Sent">The shop's messages to buyers, notices included.</param>
/// <param name="Handoffs">Buyers handed to humans.</param>
/// <param name="FirstResponse">From a buyer's first message of the day to the first reply, of whomever.</param>
/// <param name="HumanResponse">From the handoff to an agent's first reply.</param>
internal sealed record DayFigures(int Buyers, int Replied, int Received, int Sent, int Handoffs, ResponseTimes FirstResponse, ResponseTimes HumanResponse)
{
    /// <summary>回复率: buyers replied to, by buyers who wrote; null where none did.</summary>
    public double? ReplyRate => Buyers == 0 ? null : Math.Round((double)Replied / Buyers, 4);

    /// <summary>答问比: the shop's messages by the buyers' messages; null where there are none.</summary>
    public double? ReplyRatio => Received == 0 ? null : Math.Round((double)Sent / Received, 4);

    /// <summary>Computes the figures.</summary>
    /// <param name="events">The day's events in the order in which they happened.</param>
    public static DayFigures Of(IEnumerable<DayEvent> events)
    {
        var buyers = new Dictionary<string, BuyersDay>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (!buyers.TryGetValue(happened.ConversationId, out var day))
                buyers[happened.ConversationId] = day = new BuyersDay();
            day.Add(happened);
        }
        var wrote = buyers.Values.Where(day => day.Received > 0).ToList();
        return new DayFigures(
            wrote.Count,
            wrote.Count(day => day.FirstWait is not null),
            wrote.Sum(day => day.Received),
            buyers.Values.Sum(day => day.Sent),
            buyers.Values.Sum(day => day.Handoffs),
            ResponseTimes.Of(wrote.Select(day => day.FirstWait).OfType<TimeSpan>()),
            ResponseTimes.Of(buyers.Values.SelectMany(day => day.HumanWaits)));
    }

    /// <summary>One conversation's day, event by event.</summary>
    private sealed class BuyersDay
    {
        private DateTimeOffset? _firstAsked;
        private DateTimeOffset? _handedOver;

        public int Received { get; private set; }
        public int Sent { get; private set; }
        public int Handoffs { get; private set; }
        public TimeSpan? FirstWait { get; private set; }
        public List<TimeSpan> HumanWaits { get; } = [];

        public void Add(DayEvent happened)
        {
            switch (happened.Kind)
            {
                case ConversationEventKind.Received:
                    Received++;
                    _firstAsked ??= happened.At;
                    break;
                case ConversationEventKind.HandoffOpened:
                    Handoffs++;
                    _handedOver = happened.At;
                    break;
                case ConversationEventKind.Sent when happened.MessageKind != MessageKind.Note:
                    Sent++;
                    Reply(happened);
                    break;
            }
        }

        private void Reply(DayEvent happened)
        {
            if (!happened.IsReply)
                return;
            if (FirstWait is null && _firstAsked is { } asked)
                FirstWait = happened.At - asked;
            if (!happened.ByAgent || _handedOver is not { } opened)
                return;
            HumanWaits.Add(happened.At - opened);
            _handedOver = null;
        }
    }
}
