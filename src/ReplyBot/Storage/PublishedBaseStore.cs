using Dapper;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Storage;

/// <summary>One publication of a base.</summary>
/// <param name="Id">Counts up with every publication.</param>
/// <param name="Hash">The bundle's hash.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="PublishedBy">Who, as the console calls them; null for the command line.</param>
public sealed record Publication(long Id, string Hash, DateTimeOffset PublishedAt, string? PublishedBy = null);

/// <summary>The published bases; the newest is the one that every node serves.</summary>
public sealed class PublishedBaseStore(IDatabase database, TimeProvider clock)
{
    /// <summary>The newest publication, or null before the first.</summary>
    public Task<Publication?> CurrentAsync(CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<Row>(Row.Select + " ORDER BY id DESC LIMIT 1");
            return row?.Read();
        }, cancellation);

    /// <summary>The publication with this id, or null.</summary>
    public Task<Publication?> FindAsync(long id, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<Row>(Row.Select + " WHERE id = @id", new { id });
            return row?.Read();
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
            [.. (await connection.QueryAsync<Row>(Row.Select + " ORDER BY id DESC LIMIT @take", new { take })).Select(row => row.Read())], cancellation);

    /// <summary>Publishes a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    /// <param name="by">Who publishes it; null for the command line.</param>
    public Task PublishAsync(ScriptBundle bundle, CancellationToken cancellation, string? by = null) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO published_bases (hash, published_at, published_by, content) VALUES (@Hash, @at, @by, @content)",
            new { bundle.Hash, by, at = StoredTime.Write(clock.GetUtcNow()), content = bundle.Bytes.ToArray() }), cancellation);

    private sealed class Row
    {
        public const string Select = "SELECT id, hash, published_at, published_by FROM published_bases";

        public long Id { get; init; }
        public required string Hash { get; init; }
        public long PublishedAt { get; init; }
        public string? PublishedBy { get; init; }

        public Publication Read() => new(Id, Hash, StoredTime.Read(PublishedAt), PublishedBy);
    }
}
