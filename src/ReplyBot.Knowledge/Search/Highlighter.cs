using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>Finds the parts of a text that what was typed stands for, in characters, pinyin or initials.</summary>
internal static class Highlighter
{
    public static IReadOnlyList<Highlight> Mark(string text, string typed)
    {
        var normalized = TextNormalizer.Default.NormalizeWithOffsets(text);
        var wanted = new HashSet<char>(typed.Where(char.IsLetterOrDigit));
        var marked = wanted.Any(c => !char.IsAscii(c))
            ? MarkCharacters(normalized.Text, wanted)
            : MarkSpelling(normalized.Text, string.Concat(typed.Where(char.IsAsciiLetterOrDigit)));

        var highlights = new List<Highlight>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (!marked[i])
                continue;
            var from = i;
            while (i + 1 < marked.Length && marked[i + 1])
                i++;
            var (start, length) = normalized.ToOriginal(from, i + 1 - from);
            highlights.Add(new Highlight(start, length));
        }

        return highlights;
    }

    private static bool[] MarkCharacters(string text, HashSet<char> wanted) => text.Select(wanted.Contains).ToArray();

    /// <summary>Marks the longest run of characters whose spellings, whole or shortened to their initials, were typed.</summary>
    private static bool[] MarkSpelling(string text, string typed)
    {
        var marked = new bool[text.Length];
        var (bestFrom, bestTo, bestLetters) = (0, 0, 1);
        for (var from = 0; from < text.Length; from++)
        {
            for (var at = 0; at < typed.Length; at++)
            {
                var (to, letters) = Follow(text, from, typed, at);
                if (letters > bestLetters)
                    (bestFrom, bestTo, bestLetters) = (from, to, letters);
            }
        }

        marked.AsSpan(bestFrom, bestTo - bestFrom).Fill(true);
        return marked;
    }

    private static (int To, int Letters) Follow(string text, int to, string typed, int at)
    {
        var begin = at;
        while (to < text.Length && at < typed.Length)
        {
            var spelling = Syllables.Spelling(text[to]);
            var shared = spelling.AsSpan().CommonPrefixLength(typed.AsSpan(at));
            if (shared == 0)
                break;

            // A whole syllable, the last one half typed, or an initial.
            at += shared == spelling.Length || at + shared == typed.Length ? shared : 1;
            to++;
        }

        return (to, at - begin);
    }
}
