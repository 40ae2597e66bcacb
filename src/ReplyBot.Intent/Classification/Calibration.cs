using System.Numerics.Tensors;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>Turns scores into probabilities: softmax of the scores times a slope (temperature scaling).</summary>
/// <param name="Slope">What scores are multiplied with; the inverse of the temperature.</param>
internal sealed record Calibration(double Slope)
{
    /// <summary>Turns scores into probabilities that sum to 1, in place.</summary>
    public void ToProbabilities(Span<float> scores)
    {
        TensorPrimitives.Multiply(scores, (float)Slope, scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    /// <summary>Turns scores into logarithms of probabilities that sum to 1, in place.</summary>
    public void ToLogProbabilities(Span<float> scores)
    {
        TensorPrimitives.Multiply(scores, (float)Slope, scores);
        var largest = TensorPrimitives.Max<float>(scores);
        var sum = 0f;
        foreach (var score in scores)
            sum += MathF.Exp(score - largest);
        TensorPrimitives.Subtract(scores, largest + MathF.Log(sum), scores);
    }

    public void Save(ModelWriter writer) => writer.Write(Slope);

    public static Calibration Load(ModelReader reader) => new(reader.ReadDouble());
}
