namespace ReplyBot.Intent.Training;

/// <summary>How a model is trained; the defaults are the shipped settings.</summary>
public sealed record TrainingOptions
{
    /// <summary>Where every random choice starts from; the same seed and data give the same model to the byte.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Parts that the utterances are split into for calibration; each is scored by a model that has not seen it.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Convolution networks in the ensemble; they differ by their seeds only.</summary>
    public int Networks { get; init; } = 2;

    /// <summary>How many cores may work.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;
}
