using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Features;

/// <summary>
/// Character n-grams of one to three characters with their inverse document frequencies.
/// </summary>
internal sealed class GramVocabulary
{
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

    /// <summary>Their keys, in ascending order.</summary>
    public ReadOnlySpan<ulong> Keys => keys;

    /// <summary>The inverse document frequency of each.</summary>
    public ReadOnlySpan<float> InverseFrequencies => inverseFrequencies;

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
                    if (Gram.IsAt(text, start, size) && seen.Add(Gram.KeyOf(text.AsSpan(start, size))))
                        documents[Gram.KeyOf(text.AsSpan(start, size))] = documents.GetValueOrDefault(Gram.KeyOf(text.AsSpan(start, size))) + 1;
        }

        ulong[] keys = [.. documents.Keys.Order()];
        var frequencies = Array.ConvertAll(keys, key => MathF.Log((1f + prepared.Count) / (1f + documents[key])) + 1);
        return new GramVocabulary(longest, keys, frequencies);
    }

    /// <summary>The weighted grams of a prepared utterance: (1 + ln tf) · idf, scaled to length 1.</summary>
    /// <param name="prepared">The utterance.</param>
    /// <param name="grams">Receives the grams in ascending order of index; room for <see cref="Longest"/> a character is enough.</param>
    /// <param name="weights">Receives their weights.</param>
    /// <returns>How many there are.</returns>
    public int Weigh(ReadOnlySpan<char> prepared, Span<int> grams, Span<float> weights)
    {
        var count = indexes.Count(prepared, Longest, grams, weights);
        for (var i = 0; i < count; i++)
            weights[i] *= inverseFrequencies[grams[i]];
        Scale(weights[..count]);
        return count;
    }

    /// <summary>Scales weights to length 1.</summary>
    internal static void Scale(Span<float> weights)
    {
        var squares = 0f;
        foreach (var weight in weights)
            squares += weight * weight;
        var scale = squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= scale;
    }

    /// <summary>The index of a gram, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> gram) => Gram.IsAt(gram, 0, gram.Length) ? indexes.Find(Gram.KeyOf(gram)) : -1;

    public void Save(ModelWriter writer)
    {
        writer.Write(Longest);
        writer.WriteArray<ulong>(keys);
        writer.WriteArray<float>(inverseFrequencies);
    }

    public static GramVocabulary Load(ModelReader reader) =>
        new(reader.ReadInt32(), reader.ReadArray<ulong>(), reader.ReadArray<float>());
}
