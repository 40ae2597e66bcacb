using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Segmentation;

/// <summary>
/// All ways to cut a text into dictionary words, and the most probable of them: jieba's directed acyclic graph with dynamic
/// programming from the end. Numbers and words of letters are never cut inside.
/// </summary>
internal sealed class WordLattice(Trie dictionary, Trie? shopTerms)
{
    private const long Unreachable = long.MaxValue / 2;

    /// <summary>Finds the cheapest cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="costs">Working space for one more than the text's length; afterwards the first is the cost of the best cut.</param>
    /// <param name="ends">For each index where a word of the cut begins, where it ends. As long as the text.</param>
    /// <param name="known">For each such index, whether the word is in a dictionary. As long as the text.</param>
    public void FindBestCut(ReadOnlySpan<char> text, Span<long> costs, Span<int> ends, Span<bool> known)
    {
        costs[text.Length] = 0;
        var runEnd = text.Length;
        var kindAfter = CharacterKind.Space;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var kind = CharacterKinds.Of(text[i]);
            if (CharacterKinds.CanPart(kind, kindAfter))
                runEnd = i + 1;
            kindAfter = kind;
            if (i > 0 && !CharacterKinds.CanPart(CharacterKinds.Of(text[i - 1]), kind))
            {
                costs[i] = Unreachable;
                continue;
            }

            costs[i] = WordCosts.Unknown + costs[runEnd];
            ends[i] = runEnd;
            known[i] = false;
            Follow(dictionary, text, i, costs, ends, known);
            if (shopTerms is not null)
                Follow(shopTerms, text, i, costs, ends, known);
        }
    }

    private static void Follow(Trie words, ReadOnlySpan<char> text, int start, Span<long> costs, Span<int> ends, Span<bool> known)
    {
        var node = Trie.Root;
        for (var end = start; end < text.Length;)
        {
            node = words.Child(node, text[end++]);
            if (node == Trie.Root)
                return;
            var cost = words.ValueAt(node);
            if (cost == 0 || costs[end] >= Unreachable || cost + costs[end] > costs[start])
                continue;
            costs[start] = cost + costs[end];
            ends[start] = end;
            known[start] = true;
        }
    }
}
