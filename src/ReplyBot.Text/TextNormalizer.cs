using System.Text;

namespace ReplyBot.Text;

/// <summary>
/// Brings buyers' text into the one form that everything else compares: compatibility-folded, lower case, Simplified,
/// without invisible characters, with repetitions squeezed.
/// </summary>
public sealed class TextNormalizer
{
    private readonly int longestRun;
    private readonly int longestPunctuationRun;

    private TextNormalizer(int longestRun, int longestPunctuationRun)
    {
        this.longestRun = longestRun;
        this.longestPunctuationRun = longestPunctuationRun;
    }

    /// <summary>The one normalizer; it has no state of its own and may be used by any number of threads.</summary>
    public static TextNormalizer Default { get; } = new(longestRun: 3, longestPunctuationRun: 2);

    /// <summary>Normalises <paramref name="text"/>. Normalising twice gives the same text as normalising once.</summary>
    public string Normalize(string text) => NormalizeWithOffsets(text).Text;

    /// <summary>Normalises <paramref name="text"/> and remembers where each character came from.</summary>
    public NormalizedText NormalizeWithOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var folded = Fold(text[i]);
            if (folded is '\0' || (folded == ' ' && (kept.Length == 0 || kept[^1] == ' ')) || IsTooMany(kept, folded))
                continue;
            kept.Append(folded);
            offsets.Add(i);
            end = i + 1;
        }

        if (kept.Length > 0 && kept[^1] == ' ')
        {
            kept.Length--;
            end = offsets[^1];
            offsets.RemoveAt(offsets.Count - 1);
        }

        offsets.Add(end);
        return new NormalizedText(kept.ToString(), [.. offsets]);
    }

    private static char Fold(char c)
    {
        if (char.IsWhiteSpace(c))
            return ' ';
        if (char.IsControl(c) || c is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\uFEFF')
            return '\0';
        if (c is >= '\uFF01' and <= '\uFF5E')
            c = (char)(c - 0xFEE0);
        return char.ToLowerInvariant(c);
    }

    private bool IsTooMany(StringBuilder kept, char next)
    {
        if (char.IsDigit(next) || char.IsSurrogate(next))
            return false;
        var allowed = char.IsLetter(next) ? longestRun : longestPunctuationRun;
        if (kept.Length < allowed)
            return false;
        for (var back = 1; back <= allowed; back++)
        {
            if (kept[^back] != next)
                return false;
        }

        return true;
    }
}
