using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Metrics;
using ReplyBot.Knowledge;
using ReplyBot.Storage;

namespace ReplyBot.Board;

/// <summary>Forecasts today, channel by channel, from the event log; what earlier days have shown is read once a day.</summary>
internal sealed class ForecastReader(EventLog log, ShopClock shopClock)
{
    private const int DaysBefore = 7;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(2);

    private (DateTime Day, ArrivalProfile Profile)? _profile;

    /// <summary>The forecasts of the channels on which somebody asked today.</summary>
    /// <param name="events">Today's events.</param>
    /// <param name="rules">How they are counted.</param>
    /// <param name="knowledge">The base with the platforms' targets.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Cancels reading.</param>
    public async Task<IReadOnlyDictionary<string, DayForecast?>> ReadAsync(IReadOnlyList<LoggedEvent> events, ClockRules rules, KnowledgeBase knowledge, DateTimeOffset now, CancellationToken cancellation)
    {
        var local = shopClock.Local(now);
        var profile = await ProfileAsync(local, cancellation);
        var recentOnes = events.Where(logged => logged.Event.Kind == ConversationEventKind.Received).GroupBy(logged => logged.ConversationId)
            .Where(asked => asked.First().Event.At >= now - Lately).Select(asked => asked.Key).ToHashSet(StringComparer.Ordinal);
        var recent = Whole(ServiceClocks.Compute(events.Where(logged => recentOnes.Contains(logged.ConversationId)), rules));
        return Whole(ServiceClocks.Compute(events, rules)).ToDictionary(
            row => row.Key,
            row =>
            {
                var target = knowledge.Platforms.FirstOrDefault(platform => platform.Id == row.Key)?.Clock;
                var patience = TimeSpan.FromSeconds((double?)target?.ResponseSeconds ?? 180);
                var asked = events.Where(logged => logged.Event.Kind == ConversationEventKind.Received && logged.Event.At >= now - patience).Select(logged => logged.ConversationId).ToHashSet(StringComparer.Ordinal);
                return DayForecast.Of(row.Value, recent.GetValueOrDefault(row.Key), row.Value.Missed.Count(asked.Contains), profile.ShareBy(knowledge, row.Key, local), target);
            },
            StringComparer.Ordinal);
    }

    private static Dictionary<string, ServiceFigures> Whole(IEnumerable<ServiceFigures> rows) =>
        rows.Where(row => row is { Served: Served.Together, Shift: null }).ToDictionary(row => row.Channel, StringComparer.Ordinal);

    private async Task<ArrivalProfile> ProfileAsync(DateTimeOffset local, CancellationToken cancellation)
    {
        if (_profile is { } known && known.Day == local.Date)
            return known.Profile;
        var today = new DateTimeOffset(local.Date, local.Offset);
        var arrivals = await log.ArrivalsAsync(today.AddDays(-DaysBefore), today, cancellation);
        var profile = new ArrivalProfile(arrivals.SelectMany(channel => channel.Select(at => (Channel: channel.Key, At: TimeOnly.FromTimeSpan(shopClock.Local(at).TimeOfDay))))
            .ToLookup(arrival => arrival.Channel, arrival => arrival.At));
        _profile = (local.Date, profile);
        return profile;
    }
}
