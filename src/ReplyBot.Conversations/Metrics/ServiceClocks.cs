using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Conversations.Metrics;

/// <summary>
/// Computes the service clocks from the event log and nothing else, so that counting again gives the same figures: by shop and channel,
/// bot and people together and apart, by agent, and each of them by shift.
/// </summary>
public static class ServiceClocks
{
    private const string AllChannels = "";

    /// <summary>Computes the figures of the events given.</summary>
    /// <param name="events">Events of whole conversations in the period, in the log's order.</param>
    /// <param name="rules">How it is counted; everything counts where nothing is said.</param>
    /// <param name="acrossChannels">Whether all channels are taken together, each counted by its own rule.</param>
    public static IReadOnlyList<ServiceFigures> Compute(IEnumerable<LoggedEvent> events, ClockRules? rules = null, bool acrossChannels = false)
    {
        rules ??= ClockRules.None;
        var conversations = events.GroupBy(logged => logged.ConversationId).Select(conversation => ConversationClock.Read(conversation, rules)).ToList();
        var figures = new List<ServiceFigures>();
        foreach (var channel in conversations.GroupBy(clock => (clock.Shop, Channel: acrossChannels ? AllChannels : clock.Channel)).OrderBy(channel => channel.Key))
        {
            foreach (var shift in rules.Shifts.Cast<Shift?>().Prepend(null))
            {
                foreach (var served in Enum.GetValues<Served>())
                    figures.Add(Sum([.. channel.Select(clock => clock.Of(served))], new ServiceScope(channel.Key.Shop, channel.Key.Channel, served, null, shift), rules.Clock));
                foreach (var agent in channel.SelectMany(clock => clock.Agents).Distinct().Order(StringComparer.Ordinal))
                    figures.Add(Sum([.. channel.Where(clock => clock.Agents.Contains(agent)).Select(clock => clock.Of(agent))], new ServiceScope(channel.Key.Shop, channel.Key.Channel, Served.Human, agent, shift), rules.Clock));
            }
        }
        return figures;
    }

    /// <summary>What happened in a shift belongs to it by the time at which the buyer asked.</summary>
    private static ServiceFigures Sum(IReadOnlyList<ReplyTimes> conversations, ServiceScope scope, ShopClock clock)
    {
        bool Within(DateTimeOffset at) => scope.Shift is null || scope.Shift.Has(TimeOnly.FromTimeSpan(clock.Local(at).TimeOfDay));
        return new ServiceFigures(
            scope.Channel, scope.Served, scope.Agent,
            conversations.Sum(times => times.AskedAt.Count(Within)),
            conversations.Sum(times => times.RepliedAt.Count(Within)),
            DurationSummary.Of([.. conversations.Where(times => times.Responses.Count > 0).Select(times => times.Responses[0]).Where(response => Within(response.Since)).Select(response => response.Took)]),
            DurationSummary.Of([.. conversations.SelectMany(times => times.Responses).Where(response => Within(response.Since)).Select(response => response.Took)]),
            conversations.Count(times => times.AskedAt.Any(Within)),
            [.. conversations.Where(times => times.UnansweredSince is { } since && Within(since)).Select(times => times.ConversationId)])
        {
            Shop = scope.Shop,
            Shift = scope.Shift?.Name,
        };
    }

    private sealed record ServiceScope(string Shop, string Channel, Served Served, string? Agent, Shift? Shift);
}
