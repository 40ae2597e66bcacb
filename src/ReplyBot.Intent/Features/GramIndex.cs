namespace ReplyBot.Intent.Features;

/// <summary>
/// The grams of several vocabularies side by side. Half a dozen models read each message, most of whose grams they share; most of the time
/// that finding one takes is waiting for memory, which is done once for all of them here.
/// </summary>
internal sealed class GramIndex
{
    private readonly GramVocabulary[] vocabularies;
    private readonly GramTable table;
    private readonly int longest;

    /// <summary>For each gram its place in each vocabulary.</summary>
    private readonly Entry[] entries;

    /// <param name="vocabularies">The vocabularies.</param>
    public GramIndex(IEnumerable<GramVocabulary> vocabularies)
    {
        this.vocabularies = [.. vocabularies];
        ulong[] keys = [.. this.vocabularies.SelectMany(vocabulary => vocabulary.Keys.ToArray()).Distinct()];
        keys.AsSpan().Sort();
        table = new GramTable(keys);
        longest = this.vocabularies.Max(vocabulary => vocabulary.Longest);
        entries = new Entry[keys.Length * this.vocabularies.Length];
        foreach (var (number, vocabulary) in this.vocabularies.Index())
        {
            for (var place = 0; place < vocabulary.Count; place++)
                entries[(table.Find(vocabulary.Keys[place]) * this.vocabularies.Length) + number] = new Entry(place + 1, vocabulary.InverseFrequencies[place]);
        }
    }

    /// <summary>Finds the grams of a prepared utterance.</summary>
    public MessageGrams Find(string prepared)
    {
        Span<int> grams = stackalloc int[prepared.Length * longest];
        Span<float> weights = stackalloc float[grams.Length];
        var count = table.Count(prepared, longest, grams, weights);
        return new MessageGrams(this, prepared, grams[..count].ToArray(), weights[..count].ToArray());
    }

    /// <summary>What a vocabulary makes of an utterance, see <see cref="GramVocabulary.Weigh"/>.</summary>
    internal int Weigh(MessageGrams found, GramVocabulary vocabulary, Span<int> grams, Span<float> weights)
    {
        var number = Array.IndexOf(vocabularies, vocabulary);
        if (number < 0)
            return vocabulary.Weigh(found.Prepared, grams, weights);
        var count = 0;
        for (var i = 0; i < found.Grams.Length; i++)
        {
            ref readonly var entry = ref entries[(found.Grams[i] * vocabularies.Length) + number];
            if (entry.Number == 0)
                continue;
            grams[count] = entry.Number - 1;
            weights[count++] = found.Weights[i] * entry.InverseFrequency;
        }

        GramVocabulary.Scale(weights[..count]);
        return count;
    }

    /// <param name="Number">The gram's place in the vocabulary, plus 1; 0 where it is not in it.</param>
    /// <param name="InverseFrequency">Its inverse document frequency there.</param>
    private readonly record struct Entry(int Number, float InverseFrequency);
}
