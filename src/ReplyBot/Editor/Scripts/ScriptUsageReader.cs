using Dapper;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Scripts;

/// <summary>How often a script was used lately.</summary>
/// <param name="Answered">Answers of the bot made from it.</param>
/// <param name="Suggested">Times it was suggested to an agent.</param>
/// <param name="Taken">Suggestions of it that were sent, edited or not.</param>
/// <param name="Edited">Those of them that were changed first.</param>
internal sealed record ScriptUsage(int Answered, int Suggested, int Taken, int Edited)
{
    public static readonly ScriptUsage None = new(0, 0, 0, 0);
}

/// <summary>Counts how scripts were used, from what was said and suggested.</summary>
internal sealed class ScriptUsageReader(IDatabase database, TimeProvider clock)
{
    /// <summary>How far back use counts.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private const string Answers = """
        SELECT script_id AS script, COUNT(*) AS answered FROM messages
        WHERE script_id IS NOT NULL AND author = @bot AND at >= @since GROUP BY script_id
        """;

    private const string Suggestions = """
        SELECT s.script_id AS script, COUNT(*) AS suggested, COUNT(s.used_seq) AS taken, COALESCE(SUM(CASE WHEN m.text <> s.text THEN 1 ELSE 0 END), 0) AS edited
        FROM suggestions s LEFT JOIN messages m ON m.conversation_id = s.conversation_id AND m.seq = s.used_seq
        WHERE s.conversation_id IN (SELECT id FROM conversations WHERE last_at >= @since) GROUP BY s.script_id
        """;

    /// <summary>The use of the last thirty days, by script; scripts that were not used are missing.</summary>
    public Task<IReadOnlyDictionary<string, ScriptUsage>> ReadAsync(CancellationToken cancellation)
    {
        var since = StoredTime.Write(clock.GetUtcNow() - Lately);
        return database.ReadAsync<IReadOnlyDictionary<string, ScriptUsage>>(async connection =>
        {
            var usage = (await connection.QueryAsync<SuggestedRow>(Suggestions, new { since }))
                .ToDictionary(row => row.Script, row => new ScriptUsage(0, (int)row.Suggested, (int)row.Taken, (int)row.Edited), StringComparer.Ordinal);
            foreach (var row in await connection.QueryAsync<AnsweredRow>(Answers, new { since, bot = (int)MessageAuthor.Bot }))
                usage[row.Script] = usage.GetValueOrDefault(row.Script, ScriptUsage.None) with { Answered = (int)row.Answered };
            return usage;
        }, cancellation);
    }

    private sealed class AnsweredRow
    {
        public required string Script { get; init; }
        public long Answered { get; init; }
    }

    private sealed class SuggestedRow
    {
        public required string Script { get; init; }
        public long Suggested { get; init; }
        public long Taken { get; init; }
        public long Edited { get; init; }
    }
}
