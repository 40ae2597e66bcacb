using System.Numerics.Tensors;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// A convolution network of one layer over characters: every filter looks at a few neighbouring characters, its strongest
/// answer in the utterance counts. The layer is linear in the embeddings, so what each character gives each filter at each tap
/// is worked out once; a prediction then only adds rows.
/// </summary>
internal sealed class ConvolutionScorer : IScorer
{
    private readonly ConvolutionWeights weights;
    private readonly int[] tapStarts;
    private readonly float[] responses;
    private readonly ushort[] rows;

    public ConvolutionScorer(ConvolutionWeights weights)
    {
        this.weights = weights;
        tapStarts = weights.Shape.TapStarts;
        responses = TapResponses.Of(weights, [.. Enumerable.Range(0, weights.Characters.Length + 1)]);
        rows = new ushort[char.MaxValue + 1];
        for (var i = 0; i < weights.Characters.Length; i++)
            rows[weights.Characters[i]] = (ushort)(i + 1);
    }

    public int Outputs => weights.Shape.Intents;

    /// <summary>How many filters it has.</summary>
    public int Filters => weights.Shape.Filters;

    public void Score(string prepared, Span<float> scores) => Score(prepared, scores, stackalloc float[weights.Shape.Filters]);

    /// <summary>Scores and tells what the filters answered.</summary>
    /// <param name="prepared">The utterance.</param>
    /// <param name="scores">Receives one score per output.</param>
    /// <param name="strongest">Receives for each filter its strongest answer, 0 or more.</param>
    public void Score(string prepared, Span<float> scores, Span<float> strongest)
    {
        var shape = weights.Shape;
        Span<float> window = stackalloc float[shape.Filters];
        strongest.Clear();
        for (var start = 0; start < prepared.Length; start++)
        {
            weights.FilterBiases.CopyTo(window);
            for (var tap = 0; tap < tapStarts.Length && start + tap < prepared.Length; tap++)
            {
                var reached = window[..shape.FiltersByTap[tap]];
                TensorPrimitives.Add(reached, responses.AsSpan(rows[prepared[start + tap]] * shape.TapRows + tapStarts[tap], reached.Length), reached);
            }

            TensorPrimitives.Max(strongest, window, strongest);
        }

        weights.OutputBiases.CopyTo(scores);
        Span<int> answering = stackalloc int[shape.Filters];
        var count = 0;
        for (var filter = 0; filter < shape.Filters; filter++)
        {
            if (strongest[filter] <= 0)
                continue;
            answering[count] = filter;
            window[count++] = strongest[filter];
        }

        WeightedRows.Add(weights.Outputs, answering[..count], window[..count], scores[..shape.Intents]);
    }

    public void Save(ModelWriter writer) => weights.Save(writer);

    public static ConvolutionScorer Load(ModelReader reader) => new(ConvolutionWeights.Load(reader));
}
