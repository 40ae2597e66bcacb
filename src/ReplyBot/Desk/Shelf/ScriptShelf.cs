using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Desk.Shelf;

/// <summary>A reply that an agent keeps for themselves.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What the agent calls it.</param>
/// <param name="Text">What is said.</param>
public sealed record OwnScript(string Id, string Title, string Text);

/// <summary>What one agent has at hand: scripts marked as favourites or used lately, by id, and replies of one's own.</summary>
/// <param name="Favourites">The scripts marked, those used last first.</param>
/// <param name="Recent">The scripts used lately, the last first.</param>
/// <param name="Own">One's own replies, the last used first.</param>
public sealed record Shelf(IReadOnlyList<string> Favourites, IReadOnlyList<string> Recent, IReadOnlyList<OwnScript> Own);

/// <summary>Keeps every agent's favourites, last used scripts and own replies.</summary>
public sealed class ScriptShelf(IDatabase database, TimeProvider clock)
{
    /// <summary>How many scripts count as used lately.</summary>
    private const int RecentShown = 10;

    /// <summary>The most replies of one's own.</summary>
    private const int MostOwn = 200;

    /// <summary>What an agent has at hand.</summary>
    public Task<Shelf> ReadAsync(string agentId, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var marks = (await connection.QueryAsync<MarkRow>(
                "SELECT script_id, favourite_at, used_at FROM script_marks WHERE account_id = @agentId", new { agentId })).OrderByDescending(mark => mark.UsedAt ?? 0).ThenBy(mark => mark.ScriptId, StringComparer.Ordinal).ToList();
            var own = await connection.QueryAsync<OwnScript>(
                "SELECT id, title, text FROM own_scripts WHERE account_id = @agentId ORDER BY COALESCE(used_at, 0) DESC, changed_at DESC, id", new { agentId });
            return new Shelf(
                [.. marks.Where(mark => mark.FavouriteAt is not null).Select(mark => mark.ScriptId)],
                [.. marks.Where(mark => mark.UsedAt is not null).Take(RecentShown).Select(mark => mark.ScriptId)],
                [.. own]);
        }, cancellation);

    /// <summary>Marks a script as a favourite, or not any more.</summary>
    public Task MarkAsync(string agentId, string scriptId, bool favourite, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync("""
            INSERT INTO script_marks (account_id, script_id, favourite_at) VALUES (@agentId, @scriptId, @at)
            ON CONFLICT (account_id, script_id) DO UPDATE SET favourite_at = excluded.favourite_at
            """, new { agentId, scriptId, at = favourite ? Now() : null }), cancellation);

    /// <summary>Notes that the agent used a script.</summary>
    public Task UsedAsync(string agentId, string scriptId, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync("""
            INSERT INTO script_marks (account_id, script_id, used_at) VALUES (@agentId, @scriptId, @at)
            ON CONFLICT (account_id, script_id) DO UPDATE SET used_at = excluded.used_at
            """, new { agentId, scriptId, at = Now() }), cancellation);

    /// <summary>Notes that the agent used a reply of their own.</summary>
    public Task OwnUsedAsync(string agentId, string id, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE own_scripts SET used_at = @at WHERE id = @id AND account_id = @agentId", new { agentId, id, at = Now() }), cancellation);

    /// <summary>Adds a reply of one's own; false when there are too many.</summary>
    public Task<bool> AddAsync(string agentId, OwnScript script, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM own_scripts WHERE account_id = @agentId", new { agentId }) >= MostOwn)
                return false;
            await connection.ExecuteAsync("INSERT INTO own_scripts (id, account_id, title, text, changed_at) VALUES (@Id, @agentId, @Title, @Text, @at)",
                new { script.Id, agentId, script.Title, script.Text, at = Now() });
            return true;
        }, cancellation);

    /// <summary>Changes a reply of one's own; false when there is none with this id.</summary>
    public Task<bool> ChangeAsync(string agentId, OwnScript script, CancellationToken cancellation) =>
        database.WriteAsync(async connection => await connection.ExecuteAsync(
            "UPDATE own_scripts SET title = @Title, text = @Text, changed_at = @at WHERE id = @Id AND account_id = @agentId",
            new { script.Id, agentId, script.Title, script.Text, at = Now() }) > 0, cancellation);

    /// <summary>Throws a reply of one's own away; false when there is none with this id.</summary>
    public Task<bool> RemoveAsync(string agentId, string id, CancellationToken cancellation) =>
        database.WriteAsync(async connection => await connection.ExecuteAsync(
            "DELETE FROM own_scripts WHERE id = @id AND account_id = @agentId", new { id, agentId }) > 0, cancellation);

    private long? Now() => StoredTime.Write(clock.GetUtcNow());

    private sealed class MarkRow
    {
        public required string ScriptId { get; init; }
        public long? FavouriteAt { get; init; }
        public long? UsedAt { get; init; }
    }
}
