using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Normalization;

/// <summary>
/// What each code point is folded to: Unicode's NFKC_Casefold mapping, taken apart into base characters and marks, with our own
/// rules on top (white space to a space, control characters dropped, spacing accents kept, as kaomoji are drawn with them).
/// </summary>
internal sealed class FoldingTable
{
    private readonly ushort[] entries;
    private readonly int[] supplementaryKeys;
    private readonly ushort[] supplementaryEntries;
    private readonly int[] starts;
    private readonly char[] pool;

    private FoldingTable(ushort[] entries, int[] supplementaryKeys, ushort[] supplementaryEntries, int[] starts, char[] pool)
    {
        this.entries = entries;
        this.supplementaryKeys = supplementaryKeys;
        this.supplementaryEntries = supplementaryEntries;
        this.starts = starts;
        this.pool = pool;
    }

    /// <summary>Whether this character of the Basic Multilingual Plane stays as it is.</summary>
    public bool Keeps(char c) => entries[c] == 0;

    /// <summary>What the code point becomes. Where it stays as it is, false.</summary>
    public bool TryFold(int codePoint, out ReadOnlySpan<char> folded)
    {
        var entry = EntryOf(codePoint);
        folded = entry == 0 ? [] : pool.AsSpan(starts[entry], starts[entry + 1] - starts[entry]);
        return entry != 0;
    }

    /// <summary>Builds the table of the given mappings.</summary>
    public static FoldingTable Build(IReadOnlyDictionary<int, string> mappings)
    {
        var entries = new ushort[char.MaxValue + 1];
        var supplementary = new SortedDictionary<int, ushort>();
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var starts = new List<int> { 0, 0 };
        var pool = new List<char>();
        foreach (var (codePoint, mapped) in mappings.OrderBy(mapping => mapping.Key))
        {
            if (!known.TryGetValue(mapped, out var entry))
            {
                entry = known[mapped] = checked((ushort)(starts.Count - 1));
                pool.AddRange(mapped);
                starts.Add(pool.Count);
            }

            if (codePoint <= char.MaxValue)
                entries[codePoint] = entry;
            else
                supplementary[codePoint] = entry;
        }

        return new FoldingTable(entries, [.. supplementary.Keys], [.. supplementary.Values], [.. starts], [.. pool]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FoldingTable Read(TableReader reader) => new(
        reader.ReadArray<ushort>(), reader.ReadArray<int>(), reader.ReadArray<ushort>(), reader.ReadArray<int>(), reader.ReadArray<char>());

    /// <summary>Writes entries by character, supplementary keys and entries, starts and the pool of replacement text.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<ushort>(entries);
        writer.WriteArray<int>(supplementaryKeys);
        writer.WriteArray<ushort>(supplementaryEntries);
        writer.WriteArray<int>(starts);
        writer.WriteArray<char>(pool);
    }

    private int EntryOf(int codePoint)
    {
        if (codePoint <= char.MaxValue)
            return entries[codePoint];
        var at = Array.BinarySearch(supplementaryKeys, codePoint);
        return at < 0 ? 0 : supplementaryEntries[at];
    }
}
