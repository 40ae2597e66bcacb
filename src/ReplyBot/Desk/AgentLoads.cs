using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Desk;

/// <summary>Reads what agents have in hand.</summary>
public sealed class AgentLoads(IDatabase database)
{
    /// <summary>How many buyers each agent has; agents with none are missing.</summary>
    public Task<IReadOnlyDictionary<string, int>> ReadAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, int>>(async connection =>
            (await connection.QueryAsync<LoadRow>(
                "SELECT agent_id, COUNT(*) AS buyers FROM handoffs WHERE closed_at IS NULL AND agent_id IS NOT NULL GROUP BY agent_id"))
                .ToDictionary(row => row.AgentId, row => (int)row.Buyers, StringComparer.Ordinal), cancellation);

    private sealed class LoadRow
    {
        public required string AgentId { get; init; }
        public long Buyers { get; init; }
    }
}
