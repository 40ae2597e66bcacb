using System.Text.Json;
using Dapper;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;

namespace ReplyBot.Board;

/// <summary>What an agent has in hand.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Buyers">How many buyers.</param>
internal sealed record AgentLoad(string AgentId, int Buyers);

/// <summary>Reads what the board shows.</summary>
internal sealed class BoardStore(IDatabase database)
{
    /// <summary>The events since a time that figures are computed from, in order.</summary>
    public Task<IReadOnlyList<DayEvent>> EventsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<DayEvent>>(async connection =>
            [.. (await connection.QueryAsync<EventRow>(
                "SELECT conversation_id, channel, kind, at, actor, detail FROM events WHERE kind IN (@received, @sent, @opened) AND at >= @since ORDER BY id",
                new
                {
                    received = (int)ConversationEventKind.Received,
                    sent = (int)ConversationEventKind.Sent,
                    opened = (int)ConversationEventKind.HandoffOpened,
                    since = StoredTime.Write(since),
                })).Select(row => row.Read())], cancellation);

    /// <summary>What each agent has in hand; agents with nothing are missing.</summary>
    public Task<IReadOnlyList<AgentLoad>> LoadsAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AgentLoad>>(async connection =>
            [.. (await connection.QueryAsync<LoadRow>(
                "SELECT agent_id, COUNT(*) AS buyers FROM handoffs WHERE closed_at IS NULL AND agent_id IS NOT NULL GROUP BY agent_id"))
                .Select(row => new AgentLoad(row.AgentId, (int)row.Buyers))], cancellation);

    private sealed class LoadRow
    {
        public required string AgentId { get; init; }
        public long Buyers { get; init; }
    }

    private sealed class EventRow
    {
        public required string ConversationId { get; init; }
        public required string Channel { get; init; }
        public int Kind { get; init; }
        public long At { get; init; }
        public required string Actor { get; init; }
        public required string Detail { get; init; }

        public DayEvent Read() => new(ConversationId, Channel, (ConversationEventKind)Kind, StoredTime.Read(At), Actor,
            Kind == (int)ConversationEventKind.Sent
            && JsonSerializer.Deserialize<Dictionary<string, string>>(Detail, StoredJson.Options)?.GetValueOrDefault("kind") is { } kind
            && Enum.TryParse<MessageKind>(kind, out var message) ? message : null);
    }
}
