using Dapper;

namespace ReplyBot.Storage.Backup;

/// <summary>Looks whether what the database holds fits together.</summary>
public sealed class DataCheck(IDatabase database)
{
    /// <summary>What must not be found, and how it is called where it is. States are those of a conversation: 1 waiting, 2 assigned.</summary>
    private static readonly (string Finding, string Query)[] Rules =
    [
        ("会话的消息序号有缺口 / sequence numbers with a gap",
            "SELECT c.id FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id GROUP BY c.id, c.last_seq HAVING COUNT(m.seq) <> c.last_seq OR COALESCE(MAX(m.seq), 0) <> c.last_seq"),
        ("状态为等待或接待中，却没有未结束的转接 / waiting or assigned without an open handoff",
            "SELECT c.id FROM conversations c WHERE c.state IN (1, 2) AND NOT EXISTS (SELECT 1 FROM handoffs h WHERE h.conversation_id = c.id AND h.closed_at IS NULL)"),
        ("有未结束的转接，状态却不是等待或接待中 / an open handoff without a waiting or assigned state",
            "SELECT c.id FROM conversations c JOIN handoffs h ON h.conversation_id = c.id AND h.closed_at IS NULL WHERE c.state NOT IN (1, 2) OR (c.state = 1) <> (h.agent_id IS NULL)"),
        ("买家最后发言，却没有任何人欠着回复 / the buyer spoke last and nobody owes anything",
            "SELECT c.id FROM conversations c WHERE c.state = 0 AND c.last_from = 0 AND NOT EXISTS (SELECT 1 FROM pending_turns p WHERE p.conversation_id = c.id)"),
        ("已关闭的会话还有未兑现的承诺 / an open promise in a closed conversation",
            "SELECT c.id FROM conversations c WHERE c.state = 3 AND EXISTS (SELECT 1 FROM promises p WHERE p.conversation_id = c.id AND p.kept_at IS NULL)"),
    ];

    /// <summary>Everything that does not fit, in Chinese and English; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        var findings = new List<string>();
        if (database is SqliteDatabase)
        {
            var damage = await database.ReadAsync(connection => connection.QueryAsync<string>("PRAGMA integrity_check"), cancellation);
            findings.AddRange(damage.Where(line => line != "ok").Select(line => "数据库文件损坏 / the database file is damaged: " + line));
            var dangling = await database.ReadAsync(connection => connection.QueryAsync<(string Table, long? Row, string Parent, long Key)>("PRAGMA foreign_key_check"), cancellation);
            findings.AddRange(dangling.Select(row => $"{row.Table} 中有指向不存在的 {row.Parent} 的行 / a row of {row.Table} refers to nothing in {row.Parent}"));
        }
        foreach (var (finding, query) in Rules)
        {
            var found = await database.ReadAsync(connection => connection.QueryAsync<string>(query), cancellation);
            findings.AddRange(found.Select(conversation => $"{finding}: {conversation}"));
        }
        return findings;
    }
}
