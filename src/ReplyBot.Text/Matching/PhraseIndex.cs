namespace ReplyBot.Text.Matching;

/// <summary>Patterns, and which phrases stand behind each, as different phrases can look or sound alike.</summary>
internal sealed class PhraseIndex
{
    private readonly int[][] phrasesOf;

    /// <summary>Indexes the pattern of each phrase by its position; an empty pattern is none.</summary>
    public PhraseIndex(IEnumerable<string> patterns)
    {
        var groups = patterns.Select((pattern, phrase) => (pattern, phrase))
            .Where(entry => entry.pattern.Length > 0)
            .GroupBy(entry => entry.pattern, entry => entry.phrase, StringComparer.Ordinal).ToArray();
        Automaton = PhraseAutomaton.Build([.. groups.Select(group => group.Key)]);
        Patterns = [.. groups.Select(group => group.Key)];
        phrasesOf = [.. groups.Select(group => group.ToArray())];
    }

    /// <summary>Finds the patterns.</summary>
    public PhraseAutomaton Automaton { get; }

    /// <summary>The distinct patterns.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>The phrases that have a pattern.</summary>
    public ReadOnlySpan<int> PhrasesOf(int pattern) => phrasesOf[pattern];
}
