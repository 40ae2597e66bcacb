using System.Numerics.Tensors;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>The parameters of a convolution network.</summary>
/// <param name="Shape">The sizes.</param>
/// <param name="Characters">The known characters, sorted; row 0 of the embeddings is for all others, row i + 1 for character i.</param>
/// <param name="Embeddings">One row of numbers per character.</param>
/// <param name="Taps">For each tap the rows of the filters that reach it.</param>
/// <param name="FilterBiases">One per filter.</param>
/// <param name="Outputs">For each filter a row of one weight per intent.</param>
/// <param name="OutputBiases">One per intent.</param>
internal sealed record ConvolutionWeights(
    ConvolutionShape Shape,
    char[] Characters,
    float[] Embeddings,
    float[] Taps,
    float[] FilterBiases,
    float[] Outputs,
    float[] OutputBiases)
{
    /// <summary>The row of a character.</summary>
    public int RowOf(char c) => Math.Max(-1, Array.BinarySearch(Characters, c)) + 1;

    /// <summary>The same weights in the precision of the file.</summary>
    public ConvolutionWeights Rounded() => this with
    {
        Embeddings = Round(Embeddings),
        Taps = Round(Taps),
        FilterBiases = Round(FilterBiases),
        Outputs = Round(Outputs),
        OutputBiases = Round(OutputBiases),
    };

    public void Save(ModelWriter writer)
    {
        writer.Write(Shape.Dimensions);
        writer.WriteArray<int>(Shape.FiltersByTap);
        writer.Write(Shape.Intents);
        writer.WriteArray<char>(Characters);
        foreach (var values in (float[][])[Embeddings, Taps, FilterBiases, Outputs, OutputBiases])
            writer.WriteArray<Half>(ToHalves(values));
    }

    public static ConvolutionWeights Load(ModelReader reader) => new(
        new ConvolutionShape(reader.ReadInt32(), reader.ReadArray<int>(), reader.ReadInt32()),
        reader.ReadArray<char>(),
        ToSingles(reader.ReadArray<Half>()),
        ToSingles(reader.ReadArray<Half>()),
        ToSingles(reader.ReadArray<Half>()),
        ToSingles(reader.ReadArray<Half>()),
        ToSingles(reader.ReadArray<Half>()));

    private static float[] Round(float[] values) => ToSingles(ToHalves(values));

    private static Half[] ToHalves(float[] values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        return halves;
    }

    private static float[] ToSingles(Half[] values)
    {
        var singles = new float[values.Length];
        TensorPrimitives.ConvertToSingle(values, singles);
        return singles;
    }
}
