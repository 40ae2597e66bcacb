using Dapper;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Storage;

/// <summary>One publication of a base.</summary>
/// <param name="Id">Counts up with every publication.</param>
/// <param name="Hash">The bundle's hash.</param>
/// <param name="PublishedAt">When.</param>
public sealed record Publication(long Id, string Hash, DateTimeOffset PublishedAt);

/// <summary>The published bases; the newest is the one that every node serves.</summary>
public sealed class PublishedBaseStore(IDatabase database, TimeProvider clock)
{
    /// <summary>The newest publication, or null before the first.</summary>
    public Task<Publication?> CurrentAsync(CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<Row>("SELECT id, hash, published_at FROM published_bases ORDER BY id DESC LIMIT 1");
            return row is null ? null : new Publication(row.Id, row.Hash, StoredTime.Read(row.PublishedAt));
        }, cancellation);

    /// <summary>The newest publication's bundle.</summary>
    public Task<BundleReading> ReadAsync(Publication publication, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var content = await connection.QuerySingleAsync<byte[]>("SELECT content FROM published_bases WHERE id = @Id", new { publication.Id });
            return ScriptBundle.Read(content, publication.Hash);
        }, cancellation);

    /// <summary>The publications, newest first.</summary>
    public Task<IReadOnlyList<Publication>> ListAsync(int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Publication>>(async connection =>
            [.. (await connection.QueryAsync<Row>("SELECT id, hash, published_at FROM published_bases ORDER BY id DESC LIMIT @take", new { take }))
                .Select(row => new Publication(row.Id, row.Hash, StoredTime.Read(row.PublishedAt)))], cancellation);

    /// <summary>Publishes a bundle.</summary>
    public Task PublishAsync(ScriptBundle bundle, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO published_bases (hash, published_at, content) VALUES (@Hash, @at, @content)",
            new { bundle.Hash, at = StoredTime.Write(clock.GetUtcNow()), content = bundle.Bytes.ToArray() }), cancellation);

    private sealed class Row
    {
        public long Id { get; init; }
        public required string Hash { get; init; }
        public long PublishedAt { get; init; }
    }
}
