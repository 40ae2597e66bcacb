using System.Security.Cryptography;
using System.Text.Json;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>
/// Everything of a knowledge base that a running program needs, immutable and hashed: what is published, stored, rolled
/// back and served by every node. The same content always makes the same bytes, whatever files it came from.
/// </summary>
public sealed class ScriptBundle
{
    private ScriptBundle(KnowledgeBase content, byte[] bytes)
    {
        Content = content;
        Bytes = bytes;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The content; without sample orders and file positions.</summary>
    public KnowledgeBase Content { get; }

    /// <summary>The bundle as it is stored.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 over <see cref="Bytes"/>, in lower-case hexadecimal: the version's name.</summary>
    public string Hash { get; }

    /// <summary>Bundles a knowledge base.</summary>
    public static ScriptBundle From(KnowledgeBase knowledgeBase)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var content = knowledgeBase with
        {
            Orders = [],
            ContentHash = "",
            Scripts = knowledgeBase.Scripts
                .Select(script => script with { Source = null })
                .OrderBy(script => script.Id, StringComparer.Ordinal)
                .ToArray(),
        };
        var file = new BundleFile(BundleFile.CurrentFormat, content);
        return new ScriptBundle(content, JsonSerializer.SerializeToUtf8Bytes(file, BundleJson.Default.BundleFile));
    }

    /// <summary>Takes a stored bundle up again.</summary>
    /// <param name="bytes">What was stored.</param>
    /// <param name="expectedHash">The hash that it was stored under, or null to skip the comparison.</param>
    public static BundleReading Read(byte[] bytes, string? expectedHash = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (expectedHash is not null && !string.Equals(hash, expectedHash, StringComparison.OrdinalIgnoreCase))
            return new BundleReading(null, $"The bundle's content has the hash {hash}, not {expectedHash}: it was damaged");
        try
        {
            var file = JsonSerializer.Deserialize(bytes, BundleJson.Default.BundleFile);
            if (file is not { Format: BundleFile.CurrentFormat, Content: not null })
                return new BundleReading(null, "The bundle was written in another format");
            return new BundleReading(new ScriptBundle(file.Content, bytes), null);
        }
        catch (JsonException broken)
        {
            return new BundleReading(null, $"The bundle cannot be read: {broken.Message}");
        }
    }
}
