using System.Globalization;

namespace ReplyBot.Text.Normalization;

/// <summary>
/// Shortens repetitions in place: a letter, character or emoji to three (哈哈哈哈哈 becomes 哈哈哈), a punctuation mark or spaced
/// symbol to two (so that ？？ still differs from ？), spaces to one, none at either end. Digits are never touched, as they are
/// numbers of orders, parcels and telephones.
/// </summary>
internal static class RunSqueezer
{
    private const int LongestRun = 3;
    private const int LongestPunctuationRun = 2;

    /// <summary>Squeezes the buffer.</summary>
    public static void Squeeze(ref NormalizationBuffer buffer)
    {
        var characters = buffer.Characters;
        var sources = buffer.Sources;
        var kept = 0;
        var run = 0;
        for (var i = 0; i < characters.Length;)
        {
            var width = WidthAt(characters, i);
            var repeats = run > 0 && kept >= width && characters.Slice(kept - width, width).SequenceEqual(characters.Slice(i, width));
            run = repeats ? run + 1 : 1;
            if (run <= LimitOf(characters[i], run, kept))
            {
                for (var unit = 0; unit < width; unit++, kept++)
                {
                    characters[kept] = characters[i + unit];
                    sources[kept] = sources[i + unit];
                }
            }

            i += width;
        }

        if (kept > 0 && characters[kept - 1] == ' ')
            buffer.SourceEnd = sources[--kept];
        buffer.Count = kept;
    }

    private static int WidthAt(ReadOnlySpan<char> characters, int at) =>
        at + 1 < characters.Length && char.IsSurrogatePair(characters[at], characters[at + 1]) ? 2 : 1;

    private static int LimitOf(char c, int run, int kept)
    {
        if (c == ' ')
            return kept == 0 ? 0 : 1;
        if (run <= LongestPunctuationRun)
            return run;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.DecimalDigitNumber => int.MaxValue,
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol
                or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol => LongestPunctuationRun,
            _ => LongestRun,
        };
    }
}
