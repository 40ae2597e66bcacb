using System.Buffers;
using ReplyBot.Text.Pronunciation;
using ReplyBot.Text.Segmentation;

namespace ReplyBot.Text.Matching;

/// <summary>
/// Reads a text as sounds: characters by their readings, words typed in pinyin (weixin) by their syllables, and letters that
/// stand for a syllable (the v of v信).
/// </summary>
internal static class SoundReader
{
    /// <summary>No pattern has this symbol: a mark, a space, an emoji.</summary>
    private const char Silence = '\uFFFF';

    /// <summary>Letters and digits are heard as themselves, above all syllables.</summary>
    private const char FirstPlainSymbol = '\u1000';

    /// <summary>No syllable is spelt longer than zhuang.</summary>
    private const int LongestSyllable = 6;

    /// <summary>A longer run of letters is no pinyin that a buyer typed.</summary>
    private const int LongestPinyinRun = 32;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouv");
    private static readonly PronunciationTables Tables = PronunciationTables.Shared;
    private static readonly char SoundOfV = (char)Tables.Find("wei");
    private static readonly char SoundOfQ = (char)Tables.Find("kou");

    /// <summary>Whether the symbol is a syllable.</summary>
    public static bool IsSyllable(char symbol) => symbol < FirstPlainSymbol;

    /// <summary>Whether the symbol can be part of a pattern.</summary>
    public static bool IsHeard(char symbol) => symbol != Silence;

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syllables">The readings of its characters, by <see cref="Pinyin"/>.</param>
    /// <param name="units">Receives the sounds; as long as the text.</param>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<char> text, ReadOnlySpan<ushort> syllables, Span<SoundUnit> units)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (syllables[at] != 0)
            {
                units[count++] = new SoundUnit((char)syllables[at], at, ++at);
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end > at)
            {
                count += ReadLetters(text[at..end], at, units[count..]);
                at = end;
                continue;
            }

            var kind = CharacterKinds.Of(text[at]);
            units[count++] = new SoundUnit(kind == CharacterKind.Digit ? Plain(text[at]) : Silence, at, ++at);
        }

        return count;
    }

    private static char Plain(char c) => char.IsAscii(c) ? (char)(FirstPlainSymbol + c) : Silence;

    private static int ReadLetters(ReadOnlySpan<char> run, int start, Span<SoundUnit> units)
    {
        Span<int> lengths = stackalloc int[LongestPinyinRun];
        if (run.Length is > 1 and <= LongestPinyinRun && TrySplit(run, lengths))
        {
            var count = 0;
            for (var at = 0; at < run.Length; at += lengths[at])
                units[count++] = new SoundUnit((char)Tables.Find(run.Slice(at, lengths[at])), start + at, start + at + lengths[at]);
            return count;
        }

        for (var i = 0; i < run.Length; i++)
        {
            var symbol = run[i] switch
            {
                'v' => SoundOfV,
                'q' => SoundOfQ,
                var letter => Plain(letter),
            };
            units[i] = new SoundUnit(symbol, start + i, start + i + 1);
        }

        return run.Length;
    }

    /// <summary>Splits a run into the fewest syllables, from its end; false when it is not all syllables.</summary>
    private static bool TrySplit(ReadOnlySpan<char> run, Span<int> lengths)
    {
        const int impossible = LongestPinyinRun + 1;
        Span<int> counts = stackalloc int[LongestPinyinRun + 1];
        counts[run.Length] = 0;
        for (var at = run.Length - 1; at >= 0; at--)
        {
            counts[at] = impossible;
            for (var length = Math.Min(LongestSyllable, run.Length - at); length > 0; length--)
            {
                if (counts[at + length] + 1 < counts[at] && IsTypedSyllable(run.Slice(at, length)))
                {
                    counts[at] = counts[at + length] + 1;
                    lengths[at] = length;
                }
            }
        }

        return counts[0] < impossible;
    }

    /// <summary>The tables have syllables without a vowel (hm, ng), which would take English words apart.</summary>
    private static bool IsTypedSyllable(ReadOnlySpan<char> spelling) => spelling.ContainsAny(Vowels) && Tables.Find(spelling) != 0;
}
