namespace ReplyBot.Intent.Training;

/// <summary>Adam (Kingma and Ba, 2015) for one array of parameters.</summary>
internal sealed class AdamStep(float[] parameters)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Smallest = 1e-8f;

    private readonly float[] means = new float[parameters.Length];
    private readonly float[] squares = new float[parameters.Length];

    /// <summary>Where the gradient of the batch is summed up.</summary>
    public float[] Gradient { get; } = new float[parameters.Length];

    /// <summary>Moves the parameters in the given range against their gradient and clears it.</summary>
    /// <param name="start">The first parameter.</param>
    /// <param name="length">How many.</param>
    /// <param name="rate">The learning rate, corrected for the bias of the first steps.</param>
    public void Move(int start, int length, float rate)
    {
        var gradient = Gradient.AsSpan(start, length);
        var mean = means.AsSpan(start, length);
        var square = squares.AsSpan(start, length);
        var moved = parameters.AsSpan(start, length);
        for (var i = 0; i < gradient.Length; i++)
        {
            var slope = gradient[i];
            mean[i] += (1 - FirstDecay) * (slope - mean[i]);
            square[i] += (1 - SecondDecay) * (slope * slope - square[i]);
            moved[i] -= rate * mean[i] / (MathF.Sqrt(square[i]) + Smallest);
        }

        gradient.Clear();
    }

    /// <summary>The factor that corrects the rate at a step, counted from 1.</summary>
    public static float Correction(int step) =>
        MathF.Sqrt(1 - MathF.Pow(SecondDecay, step)) / (1 - MathF.Pow(FirstDecay, step));
}
