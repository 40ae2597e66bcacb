namespace ReplyBot.Intent.Training;

/// <summary>How far training has come.</summary>
/// <param name="Share">Share of the work that is done, 0..1, never decreasing.</param>
/// <param name="Step">What is being done, in a word or two.</param>
public sealed record TrainingProgress(double Share, string Step);
