using ReplyBot.Text.Normalization;

namespace TextTables;

/// <summary>Makes the Traditional-to-Simplified table from OpenCC's TSCharacters, TSPhrases, STCharacters and HKVariantsRev.</summary>
internal static class SimplifierSource
{
    /// <summary>Builds the table.</summary>
    public static Simplifier Build(string openCc)
    {
        var standard = ReadCharacters(Path.Combine(openCc, "TSCharacters.txt"));
        var simplified = new Dictionary<char, char>(standard);
        foreach (var (variant, traditional) in ReadCharacters(Path.Combine(openCc, "HKVariantsRev.txt")))
            simplified.TryAdd(variant, standard.GetValueOrDefault(traditional, traditional));

        // 薴 becomes 苧, which itself becomes 苎: only final forms are kept.
        foreach (var character in simplified.Keys.ToArray())
        {
            while (simplified.TryGetValue(simplified[character], out var further) && further != simplified[character])
                simplified[character] = further;
        }

        // 覆 and 瞭 stay by themselves and are Traditional in some phrases (回覆, 瞭解). Other phrases of characters that stay (一坏)
        // would change Simplified text; those that change their length cannot be done in place.
        var usedInSimplified = Read(Path.Combine(openCc, "STCharacters.txt")).Select(entry => entry.From).ToHashSet(StringComparer.Ordinal);
        var doubtful = Read(Path.Combine(openCc, "TSCharacters.txt"))
            .Where(entry => entry.From.Length == 1 && entry.From == entry.To && !usedInSimplified.Contains(entry.From))
            .Select(entry => entry.From[0]).ToHashSet();
        var phrases = Read(Path.Combine(openCc, "TSPhrases.txt"))
            .Where(entry => entry.From.Length == entry.To.Length
                && (entry.From.Any(c => simplified.GetValueOrDefault(c, c) != c) || (entry.From != entry.To && entry.From.Any(doubtful.Contains))))
            .ToDictionary(entry => entry.From, entry => entry.To, StringComparer.Ordinal);
        return Simplifier.Build(simplified, phrases.Keys.SelectMany(phrase => phrase).Where(doubtful.Contains).Distinct(), phrases);
    }

    private static Dictionary<char, char> ReadCharacters(string path) => Read(path)
        .Where(entry => entry is { From.Length: 1, To.Length: 1 } && entry.From != entry.To)
        .ToDictionary(entry => entry.From[0], entry => entry.To[0]);

    private static IEnumerable<(string From, string To)> Read(string path) => File.ReadLines(path)
        .Where(line => line.Length > 0 && line[0] != '#' && line.Contains('\t', StringComparison.Ordinal))
        .Select(line => line.Split('\t'))
        .Select(fields => (fields[0], fields[1].Split(' ')[0]));
}
