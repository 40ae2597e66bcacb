using System.Buffers;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Puts characters together again that were set apart so that no rule would read them: 加 微 信, 最-低-价. A blank between words stays,
/// because Chinese is also written with blanks for commas.
/// </summary>
internal static class SplitCharacters
{
    private const int LongestGap = 2;

    /// <summary>Marks that part nothing in ordinary writing.</summary>
    private static readonly SearchValues<char> Decorations = SearchValues.Create("-_*·☆★|/\\^#•●○+");

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" -_*·☆★|/\\^#•●○+.");

    /// <summary>The text without the gaps between single characters; the text itself where it has none.</summary>
    public static NormalizedText Join(NormalizedText normalized)
    {
        var text = normalized.Text;
        if (!text.AsSpan().ContainsAny(Gaps))
            return normalized;
        var kept = new char[text.Length];
        var offsets = new int[text.Length + 1];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (GapAt(text, i) is var gap and > 0)
            {
                i += gap - 1;
                continue;
            }

            (kept[count], offsets[count++]) = (text[i], normalized.OriginalOffsets[i]);
        }

        if (count == text.Length)
            return normalized;
        offsets[count] = normalized.OriginalOffsets[^1];
        return new NormalizedText(new string(kept, 0, count), offsets[..(count + 1)]);
    }

    /// <summary>The length of the gap that begins here between characters that belong together, or 0.</summary>
    private static int GapAt(string text, int at)
    {
        if (!Gaps.Contains(text[at]) || at == 0 || !IsHan(text[at - 1]))
            return 0;
        var end = at + 1;
        while (end < text.Length && Gaps.Contains(text[end]))
            end++;
        if (end - at > LongestGap || end == text.Length || !IsHan(text[end]))
            return 0;
        var before = at < 2 || !IsHan(text[at - 2]);
        var after = end + 1 == text.Length || !IsHan(text[end + 1]);
        return (before && after) || ((before || after) && Decorations.Contains(text[at])) ? end - at : 0;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
