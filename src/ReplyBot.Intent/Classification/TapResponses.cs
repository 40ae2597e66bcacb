using System.Numerics.Tensors;

namespace ReplyBot.Intent.Classification;

/// <summary>What characters give filters at taps: embedding times filter row.</summary>
internal static class TapResponses
{
    /// <summary>One row per given embedding row, of one number per tap row.</summary>
    public static float[] Of(ConvolutionWeights weights, ReadOnlySpan<int> embeddingRows)
    {
        var responses = new float[embeddingRows.Length * weights.Shape.TapRows];
        for (var i = 0; i < embeddingRows.Length; i++)
            Fill(weights, embeddingRows[i], responses.AsSpan(i * weights.Shape.TapRows, weights.Shape.TapRows));
        return responses;
    }

    /// <summary>The responses to one embedding row.</summary>
    public static void Fill(ConvolutionWeights weights, int embeddingRow, Span<float> responses)
    {
        var dimensions = weights.Shape.Dimensions;
        var embedding = weights.Embeddings.AsSpan(embeddingRow * dimensions, dimensions);
        for (var row = 0; row < responses.Length; row++)
            responses[row] = TensorPrimitives.Dot(embedding, weights.Taps.AsSpan(row * dimensions, dimensions));
    }
}
