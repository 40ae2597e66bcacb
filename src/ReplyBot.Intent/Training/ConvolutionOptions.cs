namespace ReplyBot.Intent.Training;

/// <summary>How a convolution network is trained.</summary>
internal sealed record ConvolutionOptions
{
    public int Dimensions { get; init; } = 64;

    /// <summary>Filters that are 1, 2, … characters wide.</summary>
    public int[] FiltersByWidth { get; init; } = [64, 192, 128];

    /// <summary>Standard deviation of the first embeddings.</summary>
    public float EmbeddingDeviation { get; init; } = 0.2f;

    public int Epochs { get; init; } = 5;

    public int Batch { get; init; } = 64;

    public float Rate { get; init; } = 0.004f;

    /// <summary>Share of filters that are silent in a step, so that no intent hangs on a single one.</summary>
    public float FilterDropout { get; init; } = 0.5f;

    /// <summary>Share of characters that are read as unknown in a step, as many are in real messages.</summary>
    public float CharacterDropout { get; init; } = 0.08f;

    /// <summary>Share of probability that is spread over all intents, since labels are not certain.</summary>
    public float LabelSmoothing { get; init; } = 0.05f;
}
