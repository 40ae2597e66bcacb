namespace ReplyBot.Text;

/// <summary>Readings of Chinese characters, without tones, in context.</summary>
public sealed class Pinyin
{
    private readonly string[] ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private Pinyin()
    {
    }

    /// <summary>The one reader; it may be used by any number of threads.</summary>
    public static Pinyin Default { get; } = new();

    /// <summary>
    /// One entry per UTF-16 code unit of <paramref name="normalized"/>: the syllable of a Chinese character (ü written v, as
    /// it is typed), any other character as it is. Of a surrogate pair the first entry is the pair, the second empty.
    /// </summary>
    public string[] Read(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var read = new string[normalized.Length];
        for (var i = 0; i < read.Length; i++)
        {
            if (i + 1 < read.Length && char.IsSurrogatePair(normalized[i], normalized[i + 1]))
            {
                read[i] = normalized.Substring(i, 2);
                read[++i] = "";
            }
            else
            {
                var c = normalized[i];
                read[i] = c < ascii.Length ? ascii[c] : c.ToString();
            }
        }

        return read;
    }

    /// <summary>The first letter of each syllable, other characters as they are: 发货时间 gives fhsj.</summary>
    public string Initials(string normalized) => string.Concat(Read(normalized).Select(Initial));

    private static string Initial(string syllable) =>
        syllable.Length > 1 && char.IsAsciiLetter(syllable[0]) ? syllable[..1] : syllable;
}
