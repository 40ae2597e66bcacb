using System.Buffers;
using ReplyBot.Text.Pronunciation;

namespace ReplyBot.Text;

/// <summary>
/// Readings of Chinese characters, without tones, in context: 还款 is huan kuan, 还有 is hai you. A phrase decides the reading of
/// its characters only where it does not cut a word in two.
/// </summary>
public sealed class Pinyin
{
    private const int UsualLength = 128;

    private readonly PronunciationTables tables = PronunciationTables.Shared;
    private readonly string[] ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private Pinyin()
    {
    }

    /// <summary>The one reader; it never changes and may be used by any number of threads.</summary>
    public static Pinyin Default { get; } = new();

    /// <summary>
    /// One entry per UTF-16 code unit of <paramref name="normalized"/>: the syllable of a Chinese character (ü written v, as
    /// it is typed), any other character as it is. Of a surrogate pair the first entry is the pair, the second empty.
    /// </summary>
    public string[] Read(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var syllables = new ushort[normalized.Length];
        Read(normalized, syllables, new bool[normalized.Length + 1]);
        var read = new string[normalized.Length];
        for (var i = 0; i < read.Length; i++)
        {
            var c = normalized[i];
            if (i + 1 < read.Length && char.IsSurrogatePair(c, normalized[i + 1]))
            {
                read[i] = normalized.Substring(i, 2);
                read[++i] = "";
            }
            else
            {
                read[i] = syllables[i] != 0 ? tables.Spell(syllables[i]) : c < ascii.Length ? ascii[c] : c.ToString();
            }
        }

        return read;
    }

    /// <summary>The first letter of each syllable, other characters as they are: 发货时间 gives fhsj.</summary>
    public string Initials(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var syllables = new ushort[normalized.Length];
        Read(normalized, syllables, new bool[normalized.Length + 1]);
        return string.Create(normalized.Length, (normalized, syllables, tables), static (initials, from) =>
        {
            for (var i = 0; i < initials.Length; i++)
                initials[i] = from.syllables[i] != 0 ? from.tables.Spell(from.syllables[i])[0] : from.normalized[i];
        });
    }

    /// <summary>Reads the text into numbers of syllables, 0 where a character has none.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="syllables">Receives the numbers; as long as the text or longer.</param>
    /// <param name="boundaries">Receives where dictionary words begin, and true behind the last; longer than the text.</param>
    internal void Read(ReadOnlySpan<char> text, Span<ushort> syllables, Span<bool> boundaries)
    {
        if (text.Length <= UsualLength)
        {
            Read(text, syllables, boundaries, stackalloc Token[UsualLength]);
            return;
        }

        var tokens = ArrayPool<Token>.Shared.Rent(text.Length);
        Read(text, syllables, boundaries, tokens);
        ArrayPool<Token>.Shared.Return(tokens);
    }

    private void Read(ReadOnlySpan<char> text, Span<ushort> syllables, Span<bool> boundaries, Span<Token> tokens)
    {
        var count = Segmenter.DictionaryOnly.Segment(text, tokens);
        boundaries = boundaries[..(text.Length + 1)];
        boundaries.Clear();
        boundaries[text.Length] = true;
        foreach (var token in tokens[..count])
            boundaries[token.Start] = true;
        var at = 0;
        foreach (var token in tokens[..count])
        {
            // A phrase may end anywhere in the word where it begins, and, if it begins with a word, at the end of any later word.
            var end = token.Start + token.Length;
            while (at < end)
            {
                var boundariesAfter = boundaries[at] ? boundaries[(at + 1)..] : [];
                at += ReadAt(text[at..], end - at, boundariesAfter, syllables[at..]);
            }
        }
    }

    /// <returns>How many characters were read.</returns>
    private int ReadAt(ReadOnlySpan<char> text, int word, ReadOnlySpan<bool> boundaries, Span<ushort> syllables)
    {
        var phrase = tables.ReadPhrase(text, word, boundaries);
        if (phrase.Length > 0)
        {
            phrase.CopyTo(syllables);
            return phrase.Length;
        }

        syllables[0] = tables.UsualReadingOf(text[0]);
        return 1;
    }
}
