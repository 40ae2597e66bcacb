using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Desk.Live;

/// <summary>Keeps who is there and who is on a break, the same on every node and after a restart.</summary>
public sealed class PresenceStore(IDatabase database, TimeProvider clock)
{
    private const string Upsert = """
        INSERT INTO presence (account_id, seen_at, away_since, away_until, away_reason) VALUES (@agentId, @now, @since, @until, @reason)
        ON CONFLICT (account_id) DO UPDATE SET seen_at = excluded.seen_at
        """;

    /// <summary>A console of the agent gave a sign of life.</summary>
    public Task SeenAsync(string agentId, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(Upsert, Parameters(agentId, null, null, null)), cancellation);

    /// <summary>The agent takes no new buyers from now on.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="reason">Why.</param>
    /// <param name="length">How long; null until <see cref="ComeBackAsync"/>.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task LeaveAsync(string agentId, AwayReason reason, TimeSpan? length, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(connection => connection.ExecuteAsync(
            Upsert + ", away_since = excluded.away_since, away_until = excluded.away_until, away_reason = excluded.away_reason",
            Parameters(agentId, now, now + length, reason)), cancellation);
    }

    /// <summary>The agent takes new buyers again.</summary>
    public Task ComeBackAsync(string agentId, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            Upsert + ", away_since = NULL, away_until = NULL, away_reason = NULL", Parameters(agentId, null, null, null)), cancellation);

    /// <summary>What is known of an agent.</summary>
    public Task<AgentPresence> FindAsync(string agentId, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
            (await connection.QuerySingleOrDefaultAsync<Row>("SELECT * FROM presence WHERE account_id = @agentId", new { agentId }))?.Read() ?? AgentPresence.Never, cancellation);

    /// <summary>What is known of everybody who ever came, by account.</summary>
    public Task<IReadOnlyDictionary<string, AgentPresence>> AllAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, AgentPresence>>(async connection =>
            (await connection.QueryAsync<Row>("SELECT * FROM presence")).ToDictionary(row => row.AccountId, row => row.Read(), StringComparer.Ordinal), cancellation);

    private object Parameters(string agentId, DateTimeOffset? since, DateTimeOffset? until, AwayReason? reason) => new
    {
        agentId,
        now = StoredTime.Write(clock.GetUtcNow()),
        since = StoredTime.Write(since),
        until = StoredTime.Write(until),
        reason = (int?)reason,
    };

    private sealed class Row
    {
        public required string AccountId { get; init; }
        public long SeenAt { get; init; }
        public long? AwaySince { get; init; }
        public long? AwayUntil { get; init; }
        public int? AwayReason { get; init; }

        public AgentPresence Read() =>
            new(StoredTime.Read(SeenAt), StoredTime.Read(AwaySince), StoredTime.Read(AwayUntil), (AwayReason?)AwayReason);
    }
}
