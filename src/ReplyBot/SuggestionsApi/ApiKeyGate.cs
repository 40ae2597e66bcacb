using System.Security.Cryptography;

namespace ReplyBot.SuggestionsApi;

/// <summary>
/// Tells whether a key counts. The hashes are kept in memory, so that a request costs no query, and read again when this program
/// changed a key and after <see cref="Fresh"/>: a key that another program revoked is dead on every node by then.
/// </summary>
public sealed class ApiKeyGate(ApiKeyStore store, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    /// <summary>How long after a key was revoked by another program it may still be admitted.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>Keys from <c>SuggestionsApi:Keys</c>, for who keeps secrets in the environment.</summary>
    private readonly byte[][] _configured = [.. (configuration.GetSection("SuggestionsApi:Keys").Get<string[]>() ?? []).Where(key => key.Length > 0).Select(ApiKeyStore.HashOf)];

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Snapshot _stored = new([], DateTimeOffset.MinValue, 0);

    /// <summary>Whether the key counts. Every hash is compared in full, so that the time taken tells nothing.</summary>
    public async ValueTask<bool> AdmitsAsync(string key, CancellationToken cancellation)
    {
        if (IsOld(_stored))
            await ReadAgainAsync(cancellation);
        var hash = ApiKeyStore.HashOf(key);
        var admitted = false;
        foreach (var known in _stored.Hashes)
            admitted |= CryptographicOperations.FixedTimeEquals(known, hash);
        foreach (var known in _configured)
            admitted |= CryptographicOperations.FixedTimeEquals(known, hash);
        return admitted;
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadAgainAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (!IsOld(_stored))
                return;
            // What changes while it is read may not be in it: it counts from before.
            var (at, revision) = (clock.GetUtcNow(), store.Revision);
            _stored = new Snapshot(await store.HashesAsync(cancellation), at, revision);
        }
        finally
        {
            _reading.Release();
        }
    }

    private bool IsOld(Snapshot stored) => stored.Revision != store.Revision || clock.GetUtcNow() - stored.At >= Fresh;

    private sealed record Snapshot(IReadOnlyList<byte[]> Hashes, DateTimeOffset At, int Revision);
}
