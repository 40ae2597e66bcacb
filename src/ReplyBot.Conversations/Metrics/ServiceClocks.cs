namespace ReplyBot.Conversations.Metrics;

/// <summary>
/// Computes the service clocks from the event log and nothing else, so that counting again gives the same figures: by channel, bot and
/// people together and apart, and by agent.
/// </summary>
public static class ServiceClocks
{
    /// <summary>Computes the figures of the events given.</summary>
    /// <param name="events">Events of whole conversations in the period, in the log's order.</param>
    public static IReadOnlyList<ServiceFigures> Compute(IEnumerable<LoggedEvent> events)
    {
        var conversations = events.GroupBy(logged => logged.ConversationId).Select(ConversationClock.Read).ToList();
        var figures = new List<ServiceFigures>();
        foreach (var channel in conversations.GroupBy(clock => clock.Channel).OrderBy(channel => channel.Key, StringComparer.Ordinal))
        {
            foreach (var served in Enum.GetValues<Served>())
                figures.Add(Sum(channel.Key, served, null, [.. channel.Select(clock => clock.Of(served))]));
            foreach (var agent in channel.SelectMany(clock => clock.Agents).Distinct().Order(StringComparer.Ordinal))
                figures.Add(Sum(channel.Key, Served.Human, agent, [.. channel.Where(clock => clock.Agents.Contains(agent)).Select(clock => clock.Of(agent))]));
        }
        return figures;
    }

    private static ServiceFigures Sum(string channel, Served served, string? agent, IReadOnlyList<ReplyTimes> conversations) => new(
        channel, served, agent,
        conversations.Sum(times => times.BuyerMessages),
        conversations.Sum(times => times.Replies),
        DurationSummary.Of([.. conversations.Where(times => times.Responses.Count > 0).Select(times => times.Responses[0])]),
        DurationSummary.Of([.. conversations.SelectMany(times => times.Responses)]),
        conversations.Count(times => times.BuyerMessages > 0),
        [.. conversations.Where(times => times.IsMissed).Select(times => times.ConversationId)]);
}
