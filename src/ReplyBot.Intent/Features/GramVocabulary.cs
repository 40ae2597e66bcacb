using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Features;

/// <summary>
/// Character n-grams of one to three characters with their inverse document frequencies. A gram is its own key: three UTF-16
/// code units fit into 64 bits, so that a look-up allocates nothing.
/// </summary>
internal sealed class GramVocabulary
{
    /// <summary>The longest gram that fits into a key.</summary>
    public const int LongestGram = 3;

    private const int BitsPerCharacter = 16;

    private readonly ulong[] keys;
    private readonly float[] inverseFrequencies;
    private readonly GramTable indexes;

    private GramVocabulary(int longest, ulong[] keys, float[] inverseFrequencies)
    {
        Longest = longest;
        this.keys = keys;
        this.inverseFrequencies = inverseFrequencies;
        indexes = new GramTable(keys);
    }

    /// <summary>How many grams there are.</summary>
    public int Count => keys.Length;

    /// <summary>How many characters the longest grams have.</summary>
    public int Longest { get; }

    /// <summary>Counts the grams of prepared utterances.</summary>
    /// <param name="prepared">The utterances.</param>
    /// <param name="longest">How many characters the longest grams have, 1 to 3.</param>
    public static GramVocabulary Build(IReadOnlyList<string> prepared, int longest)
    {
        var documents = new Dictionary<ulong, int>();
        var seen = new HashSet<ulong>();
        foreach (var text in prepared)
        {
            seen.Clear();
            for (var size = 1; size <= longest; size++)
                for (var start = 0; start + size <= text.Length; start++)
                    if (IsGram(text, start, size) && seen.Add(KeyOf(text.AsSpan(start, size))))
                        documents[KeyOf(text.AsSpan(start, size))] = documents.GetValueOrDefault(KeyOf(text.AsSpan(start, size))) + 1;
        }

        ulong[] keys = [.. documents.Keys.Order()];
        var frequencies = Array.ConvertAll(keys, key => MathF.Log((1f + prepared.Count) / (1f + documents[key])) + 1);
        return new GramVocabulary(longest, keys, frequencies);
    }

    /// <summary>The weighted grams of a prepared utterance: (1 + ln tf) · idf, scaled to length 1.</summary>
    /// <param name="prepared">The utterance.</param>
    /// <param name="grams">Receives the grams in ascending order of index; room for <see cref="LongestGram"/> a character is enough.</param>
    /// <param name="weights">Receives their weights.</param>
    /// <returns>How many there are, and how many places of the utterance have no known gram.</returns>
    public GramCount Weigh(ReadOnlySpan<char> prepared, Span<int> grams, Span<float> weights)
    {
        // 1 look up
        var found = 0;
        var unknown = 0;
        for (var size = 1; size <= Longest; size++)
        {
            for (var start = 0; start + size <= prepared.Length; start++)
            {
                if (!IsGram(prepared, start, size))
                    continue;
                if (indexes.Find(KeyOf(prepared.Slice(start, size))) is >= 0 and var index)
                    grams[found++] = index;
                else if (size == Math.Min(2, Longest))
                    unknown++;
            }
        }

        // 2 count and weigh
        grams[..found].Sort();
        var count = 0;
        var squares = 0f;
        for (var i = 0; i < found;)
        {
            var index = grams[i];
            var first = i;
            while (i < found && grams[i] == index)
                i++;
            var times = i - first;
            var weight = (times == 1 ? 1 : 1 + MathF.Log(times)) * inverseFrequencies[index];
            grams[count] = index;
            weights[count++] = weight;
            squares += weight * weight;
        }

        // 3 scale
        var scale = squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
        for (var i = 0; i < count; i++)
            weights[i] *= scale;
        return new GramCount(count, unknown);
    }

    /// <summary>The index of a gram, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> gram) => IsGram(gram, 0, gram.Length) ? indexes.Find(KeyOf(gram)) : -1;

    public void Save(ModelWriter writer)
    {
        writer.Write(Longest);
        writer.WriteArray<ulong>(keys);
        writer.WriteArray<float>(inverseFrequencies);
    }

    public static GramVocabulary Load(ModelReader reader) =>
        new(reader.ReadInt32(), reader.ReadArray<ulong>(), reader.ReadArray<float>());

    /// <summary>The edges alone say nothing; they count only together with a neighbour.</summary>
    private static bool IsGram(ReadOnlySpan<char> text, int start, int size) => size > 1 || text[start] != UtteranceText.Edge;

    private static ulong KeyOf(ReadOnlySpan<char> gram)
    {
        ulong key = 0;
        foreach (var c in gram)
            key = (key << BitsPerCharacter) | c;
        return key;
    }
}
