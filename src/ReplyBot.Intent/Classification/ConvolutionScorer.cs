using System.Runtime.Intrinsics;
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
        Answer(prepared, strongest);
        weights.OutputBiases.CopyTo(scores);
        Span<int> answering = stackalloc int[shape.Filters];
        Span<float> answers = stackalloc float[shape.Filters];
        var count = 0;
        for (var filter = 0; filter < shape.Filters; filter++)
        {
            if (strongest[filter] <= 0)
                continue;
            answering[count] = filter;
            answers[count++] = strongest[filter];
        }

        WeightedRows.Add(weights.Outputs, answering[..count], answers[..count], scores[..shape.Intents]);
    }

    /// <summary>
    /// Finds each filter's strongest answer, sixteen filters at a time: they stay in a register while the utterance goes by.
    /// </summary>
    private void Answer(ReadOnlySpan<char> prepared, Span<float> strongest)
    {
        Span<int> responsesAt = stackalloc int[prepared.Length];
        for (var i = 0; i < prepared.Length; i++)
            responsesAt[i] = rows[prepared[i]] * weights.Shape.TapRows;
        for (var filter = 0; filter < strongest.Length;)
        {
            var taps = TapsOf(filter);
            var last = filter + Vector512<float>.Count - 1;
            if (last < strongest.Length && TapsOf(last) == taps)
            {
                AnswerOfSixteen(responsesAt, filter, taps).StoreUnsafe(ref strongest[filter]);
                filter = last + 1;
            }
            else
            {
                strongest[filter] = AnswerOfOne(responsesAt, filter, taps);
                filter++;
            }
        }
    }

    private Vector512<float> AnswerOfSixteen(ReadOnlySpan<int> responsesAt, int filter, int taps)
    {
        var bias = Vector512.LoadUnsafe(in weights.FilterBiases[filter]);
        var strongest = Vector512<float>.Zero;
        for (var start = 0; start < responsesAt.Length; start++)
        {
            var reached = responsesAt.Slice(start, Math.Min(taps, responsesAt.Length - start));
            var answer = bias;
            for (var tap = 0; tap < reached.Length; tap++)
                answer += Vector512.LoadUnsafe(in responses[reached[tap] + tapStarts[tap] + filter]);
            strongest = Vector512.Max(strongest, answer);
        }

        return strongest;
    }

    private float AnswerOfOne(ReadOnlySpan<int> responsesAt, int filter, int taps)
    {
        var strongest = 0f;
        for (var start = 0; start < responsesAt.Length; start++)
        {
            var answer = weights.FilterBiases[filter];
            for (var tap = 0; tap < taps && start + tap < responsesAt.Length; tap++)
                answer += responses[responsesAt[start + tap] + tapStarts[tap] + filter];
            strongest = Math.Max(strongest, answer);
        }

        return strongest;
    }

    /// <summary>How many taps a filter has.</summary>
    private int TapsOf(int filter)
    {
        var reaching = weights.Shape.FiltersByTap;
        var taps = 0;
        while (taps < reaching.Length && reaching[taps] > filter)
            taps++;
        return taps;
    }

    public void Save(ModelWriter writer) => weights.Save(writer);

    public static ConvolutionScorer Load(ModelReader reader) => new(ConvolutionWeights.Load(reader));
}
