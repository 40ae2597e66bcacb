using System.Runtime.InteropServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Builds a <see cref="PostingIndex"/> in one pass over the documents: terms are counted as they come, and when all
/// lengths and document frequencies are known every posting's impact is computed once and for all.
/// </summary>
/// <param name="streamWeights">How much each stream counts, by stream; streams that are not indexed have weight 0.</param>
internal sealed class PostingIndexBuilder(IReadOnlyList<float> streamWeights)
{
    private const int Batch = 8192;

    private readonly TermDictionary _terms = new();
    private readonly List<int> _termOf = [];
    private readonly List<byte> _frequencyOf = [];
    private readonly List<int> _documentEnds = [];
    private readonly List<float> _documentWeights = [];

    /// <summary>Adds a document; its number is the count of documents added before.</summary>
    /// <param name="sortedTerms">Its terms, equal ones side by side.</param>
    /// <param name="weight">How much a match in it counts.</param>
    public void Add(ReadOnlySpan<ulong> sortedTerms, float weight)
    {
        for (var i = 0; i < sortedTerms.Length;)
        {
            var key = sortedTerms[i];
            var run = 1;
            while (i + run < sortedTerms.Length && sortedTerms[i + run] == key)
                run++;
            _termOf.Add(_terms.GetOrAdd(key));
            _frequencyOf.Add((byte)Math.Min(run, byte.MaxValue));
            i += run;
        }

        _documentEnds.Add(_termOf.Count);
        _documentWeights.Add(weight);
    }

    /// <summary>Cuts texts on all processors and adds them in their order.</summary>
    /// <param name="analyzer">Cuts the texts.</param>
    /// <param name="normalized">The texts.</param>
    /// <param name="weightOf">How much a match in a document counts, by its number.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then.</param>
    public void AddAll(
        TextAnalyzer analyzer, IReadOnlyList<string> normalized, Func<int, float> weightOf, IProgress<double>? progress = null)
    {
        var parts = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new CutTexts()).ToArray();
        for (var from = 0; from < normalized.Count; from += Batch)
        {
            var first = from;
            var count = Math.Min(Batch, normalized.Count - first);
            Parallel.For(0, parts.Length, part =>
            {
                parts[part].Clear();
                for (var i = first + (count * part / parts.Length); i < first + (count * (part + 1) / parts.Length); i++)
                    parts[part].Add(analyzer, normalized[i]);
            });
            foreach (var part in parts)
            {
                for (var i = 0; i < part.Count; i++)
                    Add(part[i], weightOf(_documentEnds.Count));
            }

            progress?.Report((double)(first + count) / normalized.Count);
        }
    }

    /// <summary>The finished index.</summary>
    public PostingIndex Build()
    {
        var keys = _terms.Keys;
        var termOf = CollectionsMarshal.AsSpan(_termOf);
        var starts = CountStarts(termOf, keys.Length);
        var (lengths, streams) = MeasureLengths(keys);
        var documents = _documentEnds.Count;

        var inverseFrequencies = new float[keys.Length];
        for (var term = 0; term < keys.Length; term++)
            inverseFrequencies[term] = Bm25.InverseDocumentFrequency(documents, starts[term + 1] - starts[term]);

        var next = starts.AsSpan(0, keys.Length).ToArray();
        var postings = new Posting[termOf.Length];
        var scale = ushort.MaxValue / GreatestImpact(documents, streams);
        var from = 0;
        for (var document = 0; document < documents; document++)
        {
            for (var i = from; i < _documentEnds[document]; i++)
            {
                var term = termOf[i];
                var stream = (int)TermKey.StreamOf(keys[term]);
                var impact = inverseFrequencies[term] * streams[stream].Weight * _documentWeights[document]
                    * Bm25.TermWeight(_frequencyOf[i], lengths[(document * streams.Length) + stream], streams[stream].AverageLength);
                postings[next[term]++] = new Posting(document, (ushort)(impact * scale));
            }

            from = _documentEnds[document];
        }

        return new PostingIndex(_terms, starts, postings, documents);
    }

    /// <summary>What no impact exceeds: the rarest term, said again and again, in the weightiest stream and document.</summary>
    private float GreatestImpact(int documents, StreamStatistics[] streams) => Math.Max(1e-9f,
        Bm25.InverseDocumentFrequency(documents, 1) * Bm25.GreatestTermWeight
        * streams.Max(stream => stream.Weight) * _documentWeights.DefaultIfEmpty(0).Max());

    private static int[] CountStarts(ReadOnlySpan<int> termOf, int terms)
    {
        var starts = new int[terms + 1];
        foreach (var term in termOf)
            starts[term + 1]++;
        for (var term = 0; term < terms; term++)
            starts[term + 1] += starts[term];
        return starts;
    }

    private (int[] Lengths, StreamStatistics[] Streams) MeasureLengths(ReadOnlySpan<ulong> keys)
    {
        var count = streamWeights.Count;
        var lengths = new int[_documentEnds.Count * count];
        var totals = new long[count];
        var from = 0;
        for (var document = 0; document < _documentEnds.Count; document++)
        {
            for (var i = from; i < _documentEnds[document]; i++)
                lengths[(document * count) + (int)TermKey.StreamOf(keys[_termOf[i]])] += _frequencyOf[i];
            for (var stream = 0; stream < count; stream++)
                totals[stream] += lengths[(document * count) + stream];
            from = _documentEnds[document];
        }

        var streams = new StreamStatistics[count];
        for (var stream = 0; stream < count; stream++)
            streams[stream] = new StreamStatistics(streamWeights[stream], (float)totals[stream] / Math.Max(1, _documentEnds.Count));
        return (lengths, streams);
    }
}
