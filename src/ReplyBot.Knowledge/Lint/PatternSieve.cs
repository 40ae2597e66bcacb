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
    private readonly Dictionary<char, Beginning> _beginnings;

    public PatternSieve(params IEnumerable<Regex> patterns)
    {
        var all = patterns.ToArray();
        var needed = Array.ConvertAll(all, RequiredWords.Of);
        _patterns = Array.ConvertAll(all, pattern => new LateRegex(pattern));
        _alwaysLikely = Array.ConvertAll(needed, words => words is null);
        _beginnings = needed.Index()
            .SelectMany(one => (one.Item ?? []).Select(word => (Word: word, Pattern: one.Index)))
            .GroupBy(one => one.Word, one => one.Pattern, StringComparer.Ordinal)
            .GroupBy(word => word.Key[0])
            .ToDictionary(words => words.Key, words => new Beginning(
                words.Where(word => word.Key.Length == 1).SelectMany(word => word).ToArray(),
                words.Where(word => word.Key.Length > 1).GroupBy(word => word.Key[1])
                    .ToDictionary(longer => longer.Key, longer => longer.Select(word => (word.Key, word.ToArray())).ToArray())));
    }

    /// <summary>The words that begin with one character.</summary>
    /// <param name="Alone">The patterns that have the character itself as a word.</param>
    /// <param name="Longer">The longer words by their second character, each with the patterns that have it.</param>
    private sealed record Beginning(int[] Alone, Dictionary<char, (string Word, int[] Patterns)[]> Longer);

    /// <summary>The pattern of a number, for one text that it is likely in.</summary>
    public Regex this[int pattern] => _patterns[pattern].ForNext;

    /// <summary>The numbers of the patterns that could be found in a text, in their order.</summary>
    public int[] Likely(ReadOnlySpan<char> text)
    {
        Span<bool> likely = stackalloc bool[_alwaysLikely.Length];
        _alwaysLikely.CopyTo(likely);
        for (var at = 0; at < text.Length; at++)
        {
            if (!_beginnings.TryGetValue(text[at], out var beginning))
                continue;
            Mark(beginning.Alone, likely);
            if (at + 1 == text.Length || !beginning.Longer.TryGetValue(text[at + 1], out var words))
                continue;
            foreach (var (word, patterns) in words)
            {
                if (text[at..].StartsWith(word))
                    Mark(patterns, likely);
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

    private static void Mark(int[] patterns, Span<bool> likely)
    {
        foreach (var pattern in patterns)
            likely[pattern] = true;
    }
}
