using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>What is different between two bundles.</summary>
/// <param name="Added">Scripts that only the new one has.</param>
/// <param name="Removed">Scripts that only the old one has.</param>
/// <param name="Changed">Scripts that both have and that differ.</param>
/// <param name="OtherParts">Which other parts differ: platforms, advertising, policy, shop, products, sizes, lexicon, taxonomy, golden, ranking.</param>
public sealed record BundleDiff(
    IReadOnlyList<Script> Added,
    IReadOnlyList<Script> Removed,
    IReadOnlyList<ScriptChange> Changed,
    IReadOnlyList<string> OtherParts)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0 && OtherParts.Count == 0;

    /// <summary>Compares two bundles.</summary>
    public static BundleDiff Compare(ScriptBundle before, ScriptBundle after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.Content.Scripts.ToDictionary(script => script.Id, StringComparer.Ordinal);
        var current = after.Content.Scripts.ToDictionary(script => script.Id, StringComparer.Ordinal);
        return new BundleDiff(
            after.Content.Scripts.Where(script => !old.ContainsKey(script.Id)).ToArray(),
            before.Content.Scripts.Where(script => !current.ContainsKey(script.Id)).ToArray(),
            after.Content.Scripts
                .Where(script => old.TryGetValue(script.Id, out var known) && ScriptFile.Write([known]) != ScriptFile.Write([script]))
                .Select(script => new ScriptChange(old[script.Id], script))
                .ToArray(),
            OtherPartsOf(before, after));
    }

    private static string[] OtherPartsOf(ScriptBundle before, ScriptBundle after)
    {
        (string Name, Func<KnowledgeBase, KnowledgeBase> Only)[] parts =
        [
            ("taxonomy", content => new KnowledgeBase { Taxonomy = content.Taxonomy }),
            ("platforms", content => new KnowledgeBase { Platforms = content.Platforms }),
            ("advertising", content => new KnowledgeBase { Advertising = content.Advertising }),
            ("policy", content => new KnowledgeBase { Policy = content.Policy }),
            ("shop", content => new KnowledgeBase { Shop = content.Shop }),
            ("products", content => new KnowledgeBase { Products = content.Products }),
            ("sizes", content => new KnowledgeBase { SizeTables = content.SizeTables }),
            ("lexicon", content => new KnowledgeBase { Lexicon = content.Lexicon }),
            ("golden", content => new KnowledgeBase { Golden = content.Golden }),
            ("ranking", content => new KnowledgeBase { Ranking = content.Ranking }),
        ];
        return parts
            .Where(part => ScriptBundle.From(part.Only(before.Content)).Hash != ScriptBundle.From(part.Only(after.Content)).Hash)
            .Select(part => part.Name)
            .ToArray();
    }
}
