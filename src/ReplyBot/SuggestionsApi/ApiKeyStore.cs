using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.WebUtilities;
using ReplyBot.Audit;
using ReplyBot.Storage;

namespace ReplyBot.SuggestionsApi;

/// <summary>Keeps the keys, as hashes: whoever reads the database can ask for nothing with them.</summary>
public sealed class ApiKeyStore(IDatabase database, AuditLog audit, TimeProvider clock)
{
    private const string Prefix = "rb_";
    private const int KeyBytes = 32;
    private int _revision;

    /// <summary>Counts the keys that this program made and revoked, so that what was read before is known to be old.</summary>
    internal int Revision => Volatile.Read(ref _revision);

    /// <summary>Makes a key.</summary>
    /// <returns>The key, which is never told again; null when the name is taken.</returns>
    public async Task<string?> MakeAsync(string name, CancellationToken cancellation)
    {
        var key = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));
        var told = await database.WriteAsync(async connection =>
        {
            var made = await connection.ExecuteAsync("INSERT INTO api_keys (name, key_hash, created_at) VALUES (@name, @hash, @now) ON CONFLICT (name) DO NOTHING",
                new { name, hash = Convert.ToHexStringLower(HashOf(key)), now = StoredTime.Write(clock.GetUtcNow()) });
            if (made == 0)
                return null;
            await audit.AppendAsync(connection, AuditLog.CommandLine, AuditActions.KeyMade, name, "");
            return (string?)key;
        }, cancellation);
        Interlocked.Increment(ref _revision);
        return told;
    }

    /// <summary>Revokes a key: for this program at once, for others within <see cref="ApiKeyGate.Fresh"/>.</summary>
    /// <returns>Whether there was one to revoke.</returns>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancellation)
    {
        var found = await database.WriteAsync(async connection =>
        {
            var revoked = await connection.ExecuteAsync("UPDATE api_keys SET revoked_at = @now WHERE name = @name AND revoked_at IS NULL",
                new { name, now = StoredTime.Write(clock.GetUtcNow()) });
            if (revoked > 0)
                await audit.AppendAsync(connection, AuditLog.CommandLine, AuditActions.KeyRevoked, name, "");
            return revoked > 0;
        }, cancellation);
        Interlocked.Increment(ref _revision);
        return found;
    }

    /// <summary>All keys, oldest first.</summary>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ApiKey>>(async connection =>
            [.. (await connection.QueryAsync<Row>("SELECT * FROM api_keys ORDER BY created_at, name"))
                .Select(row => new ApiKey(row.Name, StoredTime.Read(row.CreatedAt), StoredTime.Read(row.RevokedAt)))], cancellation);

    /// <summary>The hashes of the keys that count.</summary>
    internal Task<IReadOnlyList<byte[]>> HashesAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<byte[]>>(async connection =>
            [.. (await connection.QueryAsync<string>("SELECT key_hash FROM api_keys WHERE revoked_at IS NULL")).Select(Convert.FromHexString)], cancellation);

    /// <summary>A key is long and random, so that a plain hash of it cannot be turned back.</summary>
    internal static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private sealed class Row
    {
        public required string Name { get; init; }
        public long CreatedAt { get; init; }
        public long? RevokedAt { get; init; }
    }
}
