using ReplyBot.Text;

namespace ReplyBot.Intent.Cues;

/// <summary>
/// Finds tell-tale phrases. They are grouped by what they speak for; the table is part of this assembly, one row per group: its
/// name, then its phrases, separated by tabs. Which group speaks for what, and how much, is learned.
/// </summary>
internal static class CueFinder
{
    private static readonly string[][] Rows = ReadRows();

    private static readonly PhraseMatcher<int> Phrases = new(
        Rows.Index().SelectMany(row => row.Item.Skip(1).Select(phrase => (phrase, row.Index))), PhraseMatching.Text);

    /// <summary>How many groups there are.</summary>
    public static int Groups => Rows.Length;

    /// <summary>The longest phrase of each group that occurs, in the order of the groups.</summary>
    /// <param name="normalized">A normalised text.</param>
    public static IReadOnlyList<PhraseMatch<int>> Find(string normalized)
    {
        List<PhraseMatch<int>>? found = null;
        foreach (var match in Phrases.Find(normalized))
        {
            found ??= [];
            var same = found.FindIndex(other => other.Value == match.Value);
            if (same < 0)
                found.Add(match);
            else if (match.Length > found[same].Length)
                found[same] = match;
        }

        found?.Sort((one, other) => one.Value.CompareTo(other.Value));
        return found ?? [];
    }

    private static string[][] ReadRows()
    {
        using var stream = typeof(CueFinder).Assembly.GetManifestResourceStream("cues.tsv")
            ?? throw new InvalidDataException("The cues are not part of the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t', StringSplitOptions.RemoveEmptyEntries))];
    }
}
