using System.Buffers;
using ReplyBot.Text.Segmentation;
using ReplyBot.Text.Tables;

namespace ReplyBot.Text;

/// <summary>
/// Cuts normalised text into words. Tokens cover the text from end to end, without gap or overlap: words, numbers, marks (a
/// repeated mark is one token), emoji and spaces. Words come from jieba's dictionary by maximum probability, words that it does
/// not have from jieba's hidden Markov model.
/// </summary>
public sealed class Segmenter
{
    private const int UsualLength = 128;

    /// <summary>A shop's term costs no more than a word of about this many occurrences in 60 million.</summary>
    private const int ShopTermCost = 14 * WordCosts.StepsPerNat;

    private readonly WordLattice lattice;
    private readonly HiddenMarkovModel? model;

    /// <summary>A segmenter that also knows the shop's own terms; it never changes and may be used by any number of threads.</summary>
    /// <param name="extraTerms">Terms in any form; they are normalised here. A term is preferred to its own parts.</param>
    public Segmenter(IEnumerable<string> extraTerms)
        : this(extraTerms, SegmentationTables.Shared.Model)
    {
    }

    private Segmenter(IEnumerable<string> extraTerms, HiddenMarkovModel? model)
    {
        ArgumentNullException.ThrowIfNull(extraTerms);
        this.model = model;
        var dictionary = SegmentationTables.Shared.Dictionary;
        lattice = new WordLattice(dictionary, shopTerms: null);
        var costs = extraTerms.Select(TextNormalizer.Default.Normalize).Where(term => term.Length > 1)
            .Distinct(StringComparer.Ordinal).ToDictionary(term => term, CostOf, StringComparer.Ordinal);
        if (costs.Count > 0)
            lattice = new WordLattice(dictionary, Trie.Build(costs));
    }

    /// <summary>The segmenter of the general dictionary alone.</summary>
    public static Segmenter Default { get; } = new([]);

    /// <summary>Cuts into dictionary words only: what the dictionary does not have stays single characters.</summary>
    public static Segmenter DictionaryOnly { get; } = new([], model: null);

    /// <summary>Cuts into dictionary words and the given terms only.</summary>
    /// <param name="extraTerms">Terms in any form; they are normalised here. A term is preferred to its own parts.</param>
    public static Segmenter DictionaryAnd(IEnumerable<string> extraTerms) => new(extraTerms, model: null);

    /// <summary>Cuts <paramref name="normalized"/> into <paramref name="into"/> without allocating.</summary>
    /// <param name="normalized">Text from <see cref="TextNormalizer"/>.</param>
    /// <param name="into">Room for as many tokens as the text has characters is always enough.</param>
    /// <returns>The number of tokens written.</returns>
    /// <exception cref="ArgumentException"><paramref name="into"/> is shorter than the text.</exception>
    public int Segment(ReadOnlySpan<char> normalized, Span<Token> into)
    {
        if (into.Length < normalized.Length)
            throw new ArgumentException("Room for one token per character is needed.", nameof(into));
        var length = normalized.Length;
        if (length <= UsualLength)
        {
            return Segment(
                normalized, into, stackalloc long[UsualLength + 1], stackalloc int[UsualLength],
                stackalloc bool[UsualLength], stackalloc byte[UsualLength * (1 + HiddenMarkovModel.StateCount)]);
        }

        var costs = ArrayPool<long>.Shared.Rent(length + 1);
        var ends = ArrayPool<int>.Shared.Rent(length);
        var known = ArrayPool<bool>.Shared.Rent(length);
        var states = ArrayPool<byte>.Shared.Rent(length * (1 + HiddenMarkovModel.StateCount));
        var count = Segment(normalized, into, costs, ends, known, states);
        ArrayPool<long>.Shared.Return(costs);
        ArrayPool<int>.Shared.Return(ends);
        ArrayPool<bool>.Shared.Return(known);
        ArrayPool<byte>.Shared.Return(states);
        return count;
    }

    /// <summary>Cuts <paramref name="normalized"/> into tokens.</summary>
    public IReadOnlyList<Token> Segment(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var tokens = new Token[normalized.Length];
        Array.Resize(ref tokens, Segment(normalized, tokens));
        return tokens;
    }

    private int Segment(
        ReadOnlySpan<char> text, Span<Token> into, Span<long> costs, Span<int> ends, Span<bool> known, Span<byte> states)
    {
        // 1 the most probable cut into dictionary words
        lattice.FindBestCut(text, costs, ends, known);

        // 2 single characters between longer words may be unknown words
        var writer = new TokenWriter(text, into, model, states[..text.Length], states[text.Length..]);
        var unknownFrom = 0;
        for (var at = 0; at < text.Length; at = ends[at])
        {
            if (!known[at] || ends[at] - at == 1)
                continue;
            writer.WriteUnknown(unknownFrom, at);
            writer.Write(at, ends[at]);
            unknownFrom = ends[at];
        }

        writer.WriteUnknown(unknownFrom, text.Length);
        return writer.Count;
    }

    private int CostOf(string term)
    {
        var costs = new long[term.Length + 1];
        lattice.FindBestCut(term, costs, new int[term.Length], new bool[term.Length]);
        return (int)Math.Clamp(costs[0] - 1, 1, ShopTermCost);
    }
}
