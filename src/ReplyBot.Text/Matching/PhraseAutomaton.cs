using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Matching;

/// <summary>
/// Aho-Corasick: reads symbols one by one and knows at each which patterns end there. A state is a node of the patterns' prefix
/// tree; the tree numbers parents before children, so that one pass over the numbers finds all failure links.
/// </summary>
internal sealed class PhraseAutomaton
{
    /// <summary>The state before anything was read, and after a symbol that no pattern goes on with.</summary>
    public const int Start = Trie.Root;

    private readonly Trie trie;
    private readonly int[] failures;
    private readonly int[] shorterEndings;

    private PhraseAutomaton(Trie trie)
    {
        this.trie = trie;
        failures = new int[trie.Count];
        shorterEndings = new int[trie.Count];
        for (var node = 0; node < trie.Count; node++)
        {
            var (first, end) = trie.ChildrenOf(node);
            for (var child = first; child < end; child++)
            {
                failures[child] = node == Start ? Start : Step(failures[node], trie.LabelOf(child));
                shorterEndings[child] = trie.ValueAt(failures[child]) != 0 ? failures[child] : shorterEndings[failures[child]];
            }
        }
    }

    /// <summary>The state after reading <paramref name="symbol"/>.</summary>
    public int Step(int state, char symbol)
    {
        while (true)
        {
            var next = trie.Child(state, symbol);
            if (next != Trie.Root || state == Start)
                return next;
            state = failures[state];
        }
    }

    /// <summary>The first state, from this one on, in which a pattern ends; <see cref="Start"/> when there is none.</summary>
    public int FirstEnding(int state) => trie.ValueAt(state) != 0 ? state : shorterEndings[state];

    /// <summary>The next shorter pattern's ending, or <see cref="Start"/>.</summary>
    public int NextEnding(int state) => shorterEndings[state];

    /// <summary>The number, from 0, of the pattern that ends in this state.</summary>
    public int PatternAt(int state) => trie.ValueAt(state) - 1;

    /// <summary>Builds the automaton; pattern numbers are indexes into <paramref name="patterns"/>, which are distinct and not empty.</summary>
    public static PhraseAutomaton Build(IReadOnlyList<string> patterns) => new(Trie.Build(
        patterns.Select((pattern, i) => (pattern, i)).ToDictionary(entry => entry.pattern, entry => entry.i + 1, StringComparer.Ordinal)));
}
