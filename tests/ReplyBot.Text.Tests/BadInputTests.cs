using System.Globalization;
using System.Text.Json;

namespace ReplyBot.Text.Tests;

/// <summary>Lists of strings that have broken other programs.</summary>
public class BadInputTests
{
    [SharedFact("badinputs", "blns", "blns.json")]
    public void Everything_WhenNaughtyStrings_Holds() =>
        HoldsFor(JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedFolder.Find("badinputs", "blns", "blns.json")!))!);

    [SharedFact("badinputs", "unicode", "emoji-test.txt")]
    public void Everything_WhenEveryEmoji_Holds()
    {
        var emoji = Fields("emoji-test.txt").Select(fields => Text(fields[0])).ToArray();

        HoldsFor(emoji);
    }

    [SharedFact("badinputs", "unicode", "emoji-test.txt")]
    public void Segment_WhenFullyQualifiedEmoji_KeepsMostWhole()
    {
        // Keycaps become digits, flags of letters stay two letters, ㊗ and the like become characters: those are the rest.
        var emoji = Fields("emoji-test.txt").Where(fields => fields[1].StartsWith("fully-qualified", StringComparison.Ordinal))
            .Select(fields => TextNormalizer.Default.Normalize(Text(fields[0]))).ToArray();

        var whole = emoji.Count(text => Segmenter.Default.Segment(text).Count == 1);

        ((double)whole / emoji.Length).ShouldBeGreaterThan(0.9);
    }

    [SharedFact("badinputs", "unicode", "GraphemeBreakTest.txt")]
    public void Everything_WhenGraphemeBreaks_Holds() =>
        HoldsFor(Fields("GraphemeBreakTest.txt").Select(fields => Text(fields[0].Replace("÷", " ", StringComparison.Ordinal).Replace("×", " ", StringComparison.Ordinal))));

    [SharedFact("badinputs", "unicode", "BidiCharacterTest.txt")]
    public void Everything_WhenBidiMarks_Holds() =>
        HoldsFor(Fields("BidiCharacterTest.txt").Select(fields => Text(fields[0])).Where((_, i) => i % 20 == 0));

    [SharedFact("badinputs", "unicode", "NormalizationTest.txt")]
    public void Normalize_WhenCanonicallyEquivalent_IsEqual()
    {
        // Columns: source, NFC, NFD, NFKC, NFKD; all are the same text to a folding that is built on NFKC.
        // The Greek iota below (0345) is left out: case folding makes a letter of it, whatever mark stands before it.
        foreach (var fields in Fields("NormalizationTest.txt").Where(fields => fields.Length >= 5 && !fields[0].Contains("0345", StringComparison.Ordinal)))
        {
            var forms = fields.Take(3).Select(field => TextNormalizer.Default.Normalize(Text(field))).Distinct().ToArray();
            forms.Length.ShouldBe(1, fields[0]);
        }
    }

    [SharedFact("badinputs", "unicode", "NormalizationTest.txt")]
    public void Everything_WhenNormalizationCases_Holds() =>
        HoldsFor(Fields("NormalizationTest.txt").Where(fields => fields.Length >= 5).SelectMany(fields => fields.Take(5).Select(Text)).Where((_, i) => i % 5 == 0));

    [Theory]
    [InlineData("发货")]
    [InlineData("e\u0301\u0323")]
    [InlineData("\u0301")]
    [InlineData("👩\u200D")]
    [InlineData("(๑")]
    [InlineData("sf1.")]
    [InlineData("zhuangv")]
    [InlineData("瞭")]
    [InlineData(" ﷺ")]
    public void Everything_WhenVeryLong_Holds(string piece) => HoldsFor([string.Concat(Enumerable.Repeat(piece, 20_000))]);

    private static IEnumerable<string[]> Fields(string file) => File.ReadLines(SharedFolder.Find("badinputs", "unicode", file)!)
        .Select(line => line.Split('#')[0])
        .Where(line => line.Length > 0 && line[0] != '@' && !string.IsNullOrWhiteSpace(line))
        .Select(line => line.Split(';', StringSplitOptions.TrimEntries));

    private static string Text(string codePoints) => string.Concat(codePoints.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(point => int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        .Select(point => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point)));

    private static void HoldsFor(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var normalized = TextNormalizer.Default.NormalizeWithOffsets(text);
            TextNormalizer.Default.Normalize(normalized.Text).ShouldBe(normalized.Text);
            normalized.OriginalOffsets.ShouldBeInOrder();
            normalized.ToOriginal(0, normalized.Text.Length).Length.ShouldBeLessThanOrEqualTo(text.Length);
            Segmenter.Default.Segment(normalized.Text).Sum(token => token.Length).ShouldBe(normalized.Text.Length);
            Segmenter.Default.Segment(text).Sum(token => token.Length).ShouldBe(text.Length);
            Pinyin.Default.Read(normalized.Text).Length.ShouldBe(normalized.Text.Length);
            EmoticonFinder.Default.Find(normalized.Text).Sum(emoticon => emoticon.Length).ShouldBeLessThanOrEqualTo(normalized.Text.Length);
        }
    }
}
