using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Training;

/// <summary>The weights that a convolution network starts from: small random numbers, scaled by how many are summed.</summary>
internal static class ConvolutionStart
{
    /// <summary>A character seen less often is read as unknown, so that the unknown one is learned too.</summary>
    private const int LeastOccurrences = 2;

    public static ConvolutionWeights Of(LabelledTexts data, ConvolutionOptions options, Random random)
    {
        char[] characters = [.. data.Prepared.SelectMany(text => text.Distinct()).CountBy(c => c)
            .Where(counted => counted.Value >= LeastOccurrences).Select(counted => counted.Key).Order()];
        var filtersByTap = new int[options.FiltersByWidth.Length];
        for (var tap = 0; tap < filtersByTap.Length; tap++)
            filtersByTap[tap] = options.FiltersByWidth.AsSpan(tap).ToArray().Sum();
        var shape = new ConvolutionShape(options.Dimensions, filtersByTap, data.Intents);
        return new ConvolutionWeights(
            shape,
            characters,
            Numbers((characters.Length + 1) * shape.Dimensions, options.EmbeddingDeviation, random),
            Numbers(shape.TapRows * shape.Dimensions, MathF.Sqrt(2f / (filtersByTap.Length * shape.Dimensions)), random),
            new float[shape.Filters],
            Numbers(shape.Filters * data.Intents, MathF.Sqrt(1f / shape.Filters), random),
            new float[data.Intents]);
    }

    /// <summary>Uniform numbers with the given standard deviation.</summary>
    private static float[] Numbers(int count, float deviation, Random random)
    {
        var widest = deviation * MathF.Sqrt(3);
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = (2 * random.NextSingle() - 1) * widest;
        return numbers;
    }
}
