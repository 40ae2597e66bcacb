using System.Security.Cryptography;
using Dapper;

namespace ReplyBot.Storage;

/// <summary>Keys that outlive a restart and are the same on every node.</summary>
public sealed class KeyStore(IDatabase database)
{
    /// <summary>The key with this name; made at random when it is not there yet.</summary>
    public Task<byte[]> GetOrMakeAsync(string name, int bytes, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("INSERT INTO keys (name, content) VALUES (@name, @fresh) ON CONFLICT (name) DO NOTHING",
                new { name, fresh = RandomNumberGenerator.GetBytes(bytes) });
            return await connection.QuerySingleAsync<byte[]>("SELECT content FROM keys WHERE name = @name", new { name });
        }, cancellation);

    /// <summary>All keys whose name begins so.</summary>
    public Task<IReadOnlyList<byte[]>> ListAsync(string prefix, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<byte[]>>(async connection =>
            [.. await connection.QueryAsync<byte[]>("SELECT content FROM keys WHERE name LIKE @pattern ORDER BY name", new { pattern = prefix + "%" })], cancellation);

    /// <summary>Keeps a key.</summary>
    public Task SaveAsync(string name, byte[] content, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO keys (name, content) VALUES (@name, @content) ON CONFLICT (name) DO UPDATE SET content = excluded.content",
            new { name, content }), cancellation);
}
