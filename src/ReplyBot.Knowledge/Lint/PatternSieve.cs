using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Many patterns that are held against every text. Which of them could be found in it is told by one look for the words that each cannot
/// do without; most texts are done with that. Safe for any number of threads.
/// </summary>
internal sealed class PatternSieve
{
    private readonly LateRegex[] _patterns;
    private readonly bool[] _alwaysLikely;
    private readonly Dictionary<char, (string Word, int[] Patterns)[]> _words;

    public PatternSieve(params IEnumerable<Regex> patterns)
    {
        var all = patterns.ToArray();
        var needed = Array.ConvertAll(all, RequiredWords.Of);
        _patterns = Array.ConvertAll(all, pattern => new LateRegex(pattern));
        _alwaysLikely = Array.ConvertAll(needed, words => words is null);
        _words = needed.Index()
            .SelectMany(one => (one.Item ?? []).Select(word => (Word: word, Pattern: one.Index)))
            .GroupBy(one => one.Word, one => one.Pattern, StringComparer.Ordinal)
            .GroupBy(one => one.Key[0])
            .ToDictionary(one => one.Key, one => one.Select(word => (word.Key, word.ToArray())).ToArray());
    }

    /// <summary>The pattern of a number, for one text that it is likely in.</summary>
    public Regex this[int pattern] => _patterns[pattern].ForNext;

    /// <summary>The numbers of the patterns that could be found in a text, in their order.</summary>
    public int[] Likely(ReadOnlySpan<char> text)
    {
        Span<bool> likely = stackalloc bool[_alwaysLikely.Length];
        _alwaysLikely.CopyTo(likely);
        for (var at = 0; at < text.Length; at++)
        {
            if (!_words.TryGetValue(text[at], out var words))
                continue;
            foreach (var (word, patterns) in words)
            {
                if (!text[at..].StartsWith(word))
                    continue;
                foreach (var pattern in patterns)
                    likely[pattern] = true;
            }
        }

        var numbers = new int[likely.Count(true)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = likely.IndexOf(true);
            likely[numbers[i]] = false;
        }

        return numbers;
    }
}
