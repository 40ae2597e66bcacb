using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// A convolution network of one layer over characters: every filter looks at a few neighbouring characters, its strongest
/// answer in the utterance counts. The layer is linear in the embeddings, so what each character gives each filter at each tap
/// is worked out once; a prediction then only adds rows. They are kept in 16 bits: most of the time goes into fetching them.
/// </summary>
internal sealed class ConvolutionScorer : IScorer
{
    /// <summary>A network without weights has a unit all the same.</summary>
    private const float LeastUnit = 1e-9f;

    private readonly ConvolutionWeights weights;
    private readonly WeightedRows outputs;
    private readonly int[] tapStarts;

    /// <summary>One row per character, in units of <see cref="unit"/>; the first is for all unknown ones, the last, of zeros, for what is beyond the end.</summary>
    private readonly short[] responses;
    private readonly short[] filterBiases;

    /// <summary>What 1 stands for: so small a share of the greatest possible answer that no sum overflows.</summary>
    private readonly float unit;
    private readonly ushort[] rows;

    public ConvolutionScorer(ConvolutionWeights weights)
    {
        this.weights = weights;
        outputs = new WeightedRows(weights.Outputs, weights.Shape.Intents);
        tapStarts = weights.Shape.TapStarts;
        var exact = TapResponses.Of(weights, [.. Enumerable.Range(0, weights.Characters.Length + 1)]);
        var greatest = (tapStarts.Length * GreatestOf(exact)) + GreatestOf(weights.FilterBiases);
        unit = Math.Max(greatest, LeastUnit) / (short.MaxValue - tapStarts.Length - 1);
        responses = [.. Array.ConvertAll(exact, InUnits), .. new short[weights.Shape.TapRows]];
        filterBiases = Array.ConvertAll(weights.FilterBiases, InUnits);
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

        // Which filters answer is as good as random: written without a branch, which would be foreseen wrongly every other time.
        Span<int> answering = stackalloc int[shape.Filters];
        Span<float> answers = stackalloc float[shape.Filters];
        var count = 0;
        for (var filter = 0; filter < shape.Filters; filter++)
        {
            answering[count] = filter;
            answers[count] = strongest[filter];
            count += strongest[filter] > 0 ? 1 : 0;
        }

        outputs.Add(answering[..count], answers[..count], scores[..shape.Intents]);
    }

    /// <summary>
    /// Finds each filter's strongest answer, thirty-two filters at a time: they stay in a register while the utterance goes by.
    /// </summary>
    private void Answer(ReadOnlySpan<char> prepared, Span<float> strongest)
    {
        Span<int> responsesAt = stackalloc int[prepared.Length + tapStarts.Length - 1];
        for (var i = 0; i < prepared.Length; i++)
            responsesAt[i] = rows[prepared[i]] * weights.Shape.TapRows;
        responsesAt[prepared.Length..].Fill(responses.Length - weights.Shape.TapRows);
        Fetch(responsesAt[..prepared.Length]);
        for (var filter = 0; filter < strongest.Length;)
        {
            var taps = TapsOf(filter);
            var last = filter + Vector512<short>.Count - 1;
            if (last < strongest.Length && TapsOf(last) == taps)
            {
                var (lower, upper) = Vector512.Widen(AnswerOfMany(responsesAt[..(prepared.Length + taps - 1)], filter, taps));
                (Vector512.ConvertToSingle(lower) * unit).StoreUnsafe(ref strongest[filter]);
                (Vector512.ConvertToSingle(upper) * unit).StoreUnsafe(ref strongest[filter + Vector512<int>.Count]);
                filter = last + 1;
            }
            else
            {
                strongest[filter] = unit * AnswerOfOne(responsesAt[..(prepared.Length + taps - 1)], filter, taps);
                filter++;
            }
        }
    }

    /// <summary>
    /// Looks at the rows that are about to be added. They lie all over memory, and whoever takes one piece after the other waits for each; what
    /// is asked for at once is waited for once.
    /// </summary>
    /// <returns>A number that means nothing: what nobody asked for would not be read.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Fetch(ReadOnlySpan<int> responsesAt)
    {
        var sum = 0;
        foreach (var at in responsesAt)
        {
            var row = responses.AsSpan(at, weights.Shape.TapRows);
            for (var i = 0; i < row.Length; i += Vector512<short>.Count)
                sum += row[i];
        }

        return sum;
    }

    private Vector512<short> AnswerOfMany(ReadOnlySpan<int> responsesAt, int filter, int taps)
    {
        var bias = Vector512.LoadUnsafe(in filterBiases[filter]);
        var strongest = Vector512<short>.Zero;
        for (var start = 0; start + taps <= responsesAt.Length; start++)
        {
            var answer = bias;
            for (var tap = 0; tap < taps; tap++)
                answer += Vector512.LoadUnsafe(in responses[responsesAt[start + tap] + tapStarts[tap] + filter]);
            strongest = Vector512.Max(strongest, answer);
        }

        return strongest;
    }

    private int AnswerOfOne(ReadOnlySpan<int> responsesAt, int filter, int taps)
    {
        var strongest = 0;
        for (var start = 0; start + taps <= responsesAt.Length; start++)
        {
            int answer = filterBiases[filter];
            for (var tap = 0; tap < taps; tap++)
                answer += responses[responsesAt[start + tap] + tapStarts[tap] + filter];
            strongest = Math.Max(strongest, answer);
        }

        return strongest;
    }

    private static float GreatestOf(float[] values) => MathF.Abs(TensorPrimitives.MaxMagnitude<float>(values));

    private short InUnits(float value) => (short)MathF.Round(value / unit);

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
