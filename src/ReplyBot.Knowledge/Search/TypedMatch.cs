using System.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// How well a text holds what was typed, slips and all: one less the share of typed letters that must be changed, added,
/// left out or swapped to find them somewhere in the text. Whole syllables and initials are both tried, and for Chinese
/// letters the characters themselves.
/// </summary>
internal sealed class TypedMatch
{
    private const int LongestTyped = 32;
    private const double Initials = 0.95;

    private readonly string _typed;
    private readonly string _spelled;

    /// <param name="typed">What was typed, normalised.</param>
    public TypedMatch(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsLetterOrDigit).Take(LongestTyped));
        _typed = letters.Any(c => !char.IsAscii(c)) ? letters : "";
        _spelled = string.Concat(letters.Select(Syllables.Spelling));
        _spelled = _spelled[..Math.Min(_spelled.Length, LongestTyped)];
    }

    /// <summary>0 to 1 for a normalised text.</summary>
    public double Of(string text)
    {
        if (_spelled.Length == 0)
            return 0;
        if (_typed.Length > 0)
            return Found(_typed, text, null);
        var spelled = new StringBuilder(text.Length * 4);
        var initials = new StringBuilder(text.Length);
        var begins = new List<bool>(text.Length * 4);
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            var syllable = Syllables.Spelling(c);
            initials.Append(syllable[0]);
            for (var i = 0; i < syllable.Length; i++)
                begins.Add(i == 0);
            spelled.Append(syllable);
        }

        return Math.Max(Found(_spelled, spelled.ToString(), begins), Initials * Found(_spelled, initials.ToString(), null));
    }

    /// <summary>
    /// The best place of <paramref name="typed"/> in <paramref name="text"/> by edit distance with swaps of neighbours
    /// (Damerau), where the text before and after the place costs nothing.
    /// </summary>
    private static double Found(string typed, string text, List<bool>? begins)
    {
        Span<int> older = stackalloc int[LongestTyped + 1];
        Span<int> last = stackalloc int[LongestTyped + 1];
        Span<int> row = stackalloc int[LongestTyped + 1];
        for (var i = 0; i <= typed.Length; i++)
            last[i] = i;
        var fewest = typed.Length;
        for (var j = 1; j <= text.Length; j++)
        {
            // A place may begin only where a syllable does.
            row[0] = begins is null || j >= text.Length || begins[j] ? 0 : 1;
            for (var i = 1; i <= typed.Length; i++)
            {
                var same = typed[i - 1] == text[j - 1];
                row[i] = Math.Min(Math.Min(row[i - 1], last[i]) + 1, last[i - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == text[j - 2] && typed[i - 2] == text[j - 1])
                    row[i] = Math.Min(row[i], older[i - 2] + 1);
            }

            fewest = Math.Min(fewest, row[typed.Length]);
            var free = older;
            older = last;
            last = row;
            row = free;
        }

        return 1 - ((double)fewest / typed.Length);
    }
}
