using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ReplyBot.BotFramework.Channels.Authentication;

/// <summary>
/// The published signing keys of an issuer. They are fetched when first needed, again after a day, and again for a key
/// that is not among them, but then only every few minutes, so that invented key ids cause no traffic. Keys that cannot
/// be renewed go on counting.
/// </summary>
internal sealed class SigningKeys(Uri metadata, HttpClient http, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan MinRefreshInterval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _refreshing = new(1);
    private IReadOnlyList<JsonWebKey>? _keys;
    private DateTimeOffset _attempted = DateTimeOffset.MinValue;

    /// <summary>The key with this id, or null when the issuer has none.</summary>
    /// <exception cref="HttpRequestException">The keys could not be fetched, and there are none from before.</exception>
    public async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = _keys;
        var key = Find(known, keyId);
        var patience = key is null ? MinRefreshInterval : Lifetime;
        if (known is not null && time.GetUtcNow() - _attempted < patience)
            return key;

        return Find(await RefreshAsync(patience, cancellationToken), keyId);
    }

    /// <summary>The channels that a key is endorsed for: a property that the Bot Framework adds to the standard ones.</summary>
    public static IReadOnlyList<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } array =>
                    [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                IEnumerable<object> items => [.. items.Select(item => item.ToString()!)],
                _ => [],
            }
            : [];

    public void Dispose() => _refreshing.Dispose();

    private static JsonWebKey? Find(IReadOnlyList<JsonWebKey>? keys, string keyId) =>
        keys?.FirstOrDefault(key => string.Equals(key.Kid, keyId, StringComparison.Ordinal));

    private async Task<IReadOnlyList<JsonWebKey>?> RefreshAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited finds the work done.
            if (_keys is not null && time.GetUtcNow() - _attempted < patience)
                return _keys;

            _attempted = time.GetUtcNow();
            var retriever = new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback };
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, retriever, cancellationToken);
            return _keys = [.. document.JsonWebKeySet?.Keys ?? []];
        }
        catch (Exception e) when (e is IOException or HttpRequestException or ArgumentException or JsonException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return _keys ?? throw new HttpRequestException($"The signing keys at {metadata} could not be fetched.", e);
        }
        finally
        {
            _refreshing.Release();
        }
    }
}
