using Dapper;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Knowledge.Ranking;

namespace ReplyBot.Storage;

/// <summary>What agents made of the scripts that were suggested to them.</summary>
public sealed class AdoptionRecord(IDatabase database, TimeProvider clock)
{
    /// <summary>What is older says little about today's scripts.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    /// <summary>As if every script had been suggested so often more without being taken: few suggestions prove nothing.</summary>
    private const double Doubt = 8;

    private const int MostAdopted = 20_000;

    /// <summary>The share of suggestions that were taken, by script; scripts that were never suggested are left out.</summary>
    public Task<IReadOnlyDictionary<string, double>> RatesAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, double>>(async connection =>
        {
            var rows = await connection.QueryAsync<Row>("""
                SELECT s.script_id, COUNT(*) AS suggested, COUNT(s.used_seq) AS used
                FROM suggestions s JOIN messages m ON m.conversation_id = s.conversation_id AND m.seq = s.message_seq
                WHERE m.at >= @since GROUP BY s.script_id
                """, new { since = Since() });
            return rows.ToDictionary(row => row.ScriptId, row => row.Used / (row.Suggested + Doubt), StringComparer.Ordinal);
        }, cancellation);

    /// <summary>The messages for which a suggestion was taken, the newest first, with the script.</summary>
    public Task<IReadOnlyList<AdoptedSuggestion>> AdoptedAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AdoptedSuggestion>>(async connection =>
        [
            .. await connection.QueryAsync<AdoptedSuggestion>("""
                SELECT m.text, s.script_id AS adopted
                FROM suggestions s JOIN messages m ON m.conversation_id = s.conversation_id AND m.seq = s.message_seq
                WHERE s.used_seq IS NOT NULL AND m.at >= @since AND m.author = @buyer AND m.text <> ''
                ORDER BY m.at DESC, s.id LIMIT @take
                """, new { since = Since(), buyer = (int)MessageAuthor.Buyer, take = MostAdopted }),
        ], cancellation);

    private long Since() => StoredTime.Write(clock.GetUtcNow() - Recent);

    private sealed class Row
    {
        public required string ScriptId { get; init; }
        public long Suggested { get; init; }
        public long Used { get; init; }
    }
}
