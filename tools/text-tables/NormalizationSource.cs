using System.Text;
using ReplyBot.Text.Normalization;

namespace TextTables;

/// <summary>Makes the normalization table from the Unicode Character Database and OpenCC's dictionaries.</summary>
internal static class NormalizationSource
{
    private const int SurrogatesFirst = 0xD800;
    private const int SurrogatesLast = 0xDFFF;

    /// <summary>Drawn as nothing but not called white space by Unicode; buyers use it to send an empty line.</summary>
    private const int BrailleBlank = 0x2800;

    /// <summary>The box around a keycap emoji's digit; without it the digit is what it says.</summary>
    private const int EnclosingKeycap = 0x20E3;

    private static readonly HashSet<int> Skipped = [0x200D, ' '];

    /// <summary>Builds the table.</summary>
    public static NormalizationTables Build(string unicode, string openCc)
    {
        var characters = UnicodeFile.Read(unicode, "UnicodeData.txt").ToArray();
        var canonical = characters.Where(fields => fields[5].Length > 0 && fields[5][0] != '<')
            .ToDictionary(fields => UnicodeFile.ParseCodePoint(fields[0]), fields => UnicodeFile.ParseText(fields[5]));
        var classes = characters.Where(fields => fields[3] != "0")
            .ToDictionary(fields => UnicodeFile.ParseCodePoint(fields[0]), fields => byte.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture));
        var derived = UnicodeFile.Read(unicode, "DerivedNormalizationProps.txt").ToArray();
        var excluded = derived.Where(fields => fields[1] == "Full_Composition_Exclusion").SelectMany(fields => Expand(fields[0])).ToHashSet();
        var compositions = canonical
            .Where(entry => !excluded.Contains(entry.Key) && entry.Value.EnumerateRunes().Count() == 2)
            .ToDictionary(entry => (entry.Value.EnumerateRunes().First().Value, entry.Value.EnumerateRunes().Last().Value), entry => entry.Key);
        var pictographs = UnicodeFile.Read(unicode, "emoji", "emoji-data.txt")
            .Where(fields => fields[1] is "Extended_Pictographic" or "Emoji_Modifier")
            .Select(fields => UnicodeFile.ParseRange(fields[0]));
        return new NormalizationTables(
            FoldingTable.Build(Foldings(unicode, derived, canonical, classes)),
            CanonicalComposer.Build(classes, compositions),
            SimplifierSource.Build(openCc),
            CodePointRanges.Build(pictographs));
    }

    private static Dictionary<int, string> Foldings(
        string unicode, string[][] derived, Dictionary<int, string> canonical, Dictionary<int, byte> classes)
    {
        var foldings = new Dictionary<int, string>();
        foreach (var codePoint in canonical.Keys)
            foldings[codePoint] = Decompose(char.ConvertFromUtf32(codePoint), canonical);
        foreach (var fields in derived.Where(fields => fields[1] == "NFKC_CF"))
        {
            var folded = Decompose(UnicodeFile.ParseText(fields[2]), canonical);
            if (IsSpacingAccent(folded, classes))
                continue;
            foreach (var codePoint in Expand(fields[0]))
                foldings[codePoint] = folded;
        }

        var whiteSpace = UnicodeFile.Read(unicode, "PropList.txt").Where(fields => fields[1] == "White_Space").SelectMany(fields => Expand(fields[0]));
        foreach (var control in Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Append(EnclosingKeycap))
            foldings[control] = "";
        foreach (var space in whiteSpace.Append(BrailleBlank))
            foldings[space] = " ";
        foreach (var codePoint in foldings.Keys.Where(codePoint => codePoint is >= SurrogatesFirst and <= SurrogatesLast || Skipped.Contains(codePoint)).ToArray())
            foldings.Remove(codePoint);
        return foldings;
    }

    /// <summary>NFKC takes ´ apart into a space and a mark, which would tear kaomoji; such characters stay.</summary>
    private static bool IsSpacingAccent(string folded, Dictionary<int, byte> classes) =>
        folded.Length > 1 && folded[0] == ' ' && Rune.TryGetRuneAt(folded, 1, out var mark) && classes.ContainsKey(mark.Value);

    private static string Decompose(string text, Dictionary<int, string> canonical) => string.Concat(text.EnumerateRunes()
        .Select(rune => canonical.TryGetValue(rune.Value, out var parts) ? Decompose(parts, canonical) : rune.ToString()));

    private static IEnumerable<int> Expand(string range)
    {
        var (first, last) = UnicodeFile.ParseRange(range);
        return Enumerable.Range(first, last - first + 1);
    }
}
