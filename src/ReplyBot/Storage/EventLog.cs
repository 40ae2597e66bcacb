using System.Text.Json;
using Dapper;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Metrics;

namespace ReplyBot.Storage;

/// <summary>Reads what happened.</summary>
public sealed class EventLog(IDatabase database)
{
    /// <summary>The events of a period, in the order in which they were stored.</summary>
    /// <param name="from">From when, inclusive.</param>
    /// <param name="until">Until when, exclusive.</param>
    /// <param name="cancellation">Cancels reading.</param>
    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<LoggedEvent>>(async connection =>
            [.. (await connection.QueryAsync<Row>(
                "SELECT conversation_id, shop, channel, kind, at, seq, actor, detail FROM events WHERE at >= @from AND at < @until ORDER BY id",
                new { from = StoredTime.Write(from), until = StoredTime.Write(until) })).Select(row => row.Read())], cancellation);

    /// <summary>When buyers came: the first message of each conversation on each day of a period, by channel.</summary>
    /// <param name="from">From when, inclusive; the days are counted from it.</param>
    /// <param name="until">Until when, exclusive.</param>
    /// <param name="cancellation">Cancels reading.</param>
    public Task<ILookup<string, DateTimeOffset>> ArrivalsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
            (await connection.QueryAsync<(string Channel, long At)>("""
                SELECT channel, MIN(at) FROM events WHERE kind = @received AND at >= @from AND at < @until
                GROUP BY channel, conversation_id, (at - @from) / 86400000
                """, new { received = (int)ConversationEventKind.Received, from = StoredTime.Write(from), until = StoredTime.Write(until) }))
                .ToLookup(row => row.Channel, row => StoredTime.Read(row.At)), cancellation);

    private sealed class Row
    {
        public required string ConversationId { get; init; }
        public required string Shop { get; init; }
        public required string Channel { get; init; }
        public int Kind { get; init; }
        public long At { get; init; }
        public long Seq { get; init; }
        public required string Actor { get; init; }
        public required string Detail { get; init; }

        public LoggedEvent Read() => new(ConversationId, Channel, new ConversationEvent(
            (ConversationEventKind)Kind, StoredTime.Read(At), Seq, Actor, JsonSerializer.Deserialize<Dictionary<string, string>>(Detail, StoredJson.Options) ?? []))
        {
            Shop = Shop,
        };
    }
}
