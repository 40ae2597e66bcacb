using System.Security.Cryptography;

namespace ReplyBot.SuggestionsApi;

/// <summary>
/// Tells whether a key counts. The hashes are kept in memory and read again every second, so that a request costs no query; a revoked
/// key lives on for as long, on every node.
/// </summary>
public sealed class ApiKeyGate(ApiKeyStore store, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>Keys from <c>SuggestionsApi:Keys</c>, for who keeps secrets in the environment.</summary>
    private readonly byte[][] _configured = [.. (configuration.GetSection("SuggestionsApi:Keys").Get<string[]>() ?? []).Where(key => key.Length > 0).Select(ApiKeyStore.HashOf)];

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Snapshot _stored = new([], DateTimeOffset.MinValue);

    /// <summary>Whether the key counts. Every hash is compared in full, so that the time taken tells nothing.</summary>
    public async ValueTask<bool> AdmitsAsync(string key, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() - _stored.At >= Fresh)
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
            if (clock.GetUtcNow() - _stored.At >= Fresh)
                _stored = new Snapshot(await store.HashesAsync(cancellation), clock.GetUtcNow());
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Snapshot(IReadOnlyList<byte[]> Hashes, DateTimeOffset At);
}
