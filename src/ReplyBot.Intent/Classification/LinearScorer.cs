using System.Numerics.Tensors;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>A linear model over character n-grams: one row of weights per gram, one column per intent.</summary>
internal sealed class LinearScorer : IScorer
{
    private readonly GramVocabulary vocabulary;
    private readonly float[] biases;
    private readonly WeightedRows weights;

    /// <summary>Weights are kept to the precision of the file, so that a saved model scores as the one it was saved from.</summary>
    /// <param name="vocabulary">The grams.</param>
    /// <param name="biases">One per intent.</param>
    /// <param name="weights">Rows of one weight per intent, in the order of the grams.</param>
    public LinearScorer(GramVocabulary vocabulary, float[] biases, Half[] weights)
    {
        this.vocabulary = vocabulary;
        this.biases = biases;
        this.weights = new WeightedRows(weights, biases.Length);
    }

    public int Outputs => biases.Length;

    /// <summary>The grams.</summary>
    public GramVocabulary Vocabulary => vocabulary;

    public void Score(string prepared, Span<float> scores)
    {
        var room = prepared.Length * vocabulary.Longest;
        Span<int> grams = stackalloc int[room];
        Span<float> values = stackalloc float[room];
        Add(grams, values, vocabulary.Weigh(prepared, grams, values), scores);
    }

    /// <summary>The same for an utterance whose grams were found already.</summary>
    public void Score(MessageGrams message, Span<float> scores)
    {
        var room = message.Prepared.Length * vocabulary.Longest;
        Span<int> grams = stackalloc int[room];
        Span<float> values = stackalloc float[room];
        Add(grams, values, message.Weigh(vocabulary, grams, values), scores);
    }

    /// <summary>Adds to each character what the grams it is part of speak for one output rather than for the average of all.</summary>
    /// <param name="prepared">The utterance.</param>
    /// <param name="output">The output.</param>
    /// <param name="shares">One number per character.</param>
    public void AddContributions(string prepared, int output, Span<float> shares)
    {
        var room = prepared.Length * vocabulary.Longest;
        Span<int> grams = stackalloc int[room];
        Span<float> values = stackalloc float[room];
        var known = vocabulary.Weigh(prepared, grams, values);
        for (var size = 1; size <= vocabulary.Longest; size++)
        {
            for (var start = 0; start + size <= prepared.Length; start++)
            {
                var place = grams[..known].BinarySearch(vocabulary.IndexOf(prepared.AsSpan(start, size)));
                if (place < 0)
                    continue;
                var row = weights[grams[place]];
                var share = (row[output] - TensorPrimitives.Average(row)) * values[place] / size;
                for (var i = start; i < start + size; i++)
                    shares[i] += share;
            }
        }
    }

    public void Save(ModelWriter writer)
    {
        vocabulary.Save(writer);
        writer.WriteArray<float>(biases);
        writer.WriteArray<Half>(weights.ToHalves());
    }

    public static LinearScorer Load(ModelReader reader) =>
        new(GramVocabulary.Load(reader), reader.ReadArray<float>(), reader.ReadArray<Half>());

    private void Add(ReadOnlySpan<int> grams, ReadOnlySpan<float> values, int count, Span<float> scores)
    {
        biases.CopyTo(scores);
        weights.Add(grams[..count], values[..count], scores[..biases.Length]);
    }
}
