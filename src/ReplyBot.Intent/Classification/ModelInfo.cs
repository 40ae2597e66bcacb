using ReplyBot.Intent.Journeys;

namespace ReplyBot.Intent.Classification;

/// <summary>What a model was made from and how good it was when it was made.</summary>
/// <param name="DataHash">SHA-256 of the utterances it was trained on, as <see cref="Training.TrainingSet.Hash"/> gives it.</param>
/// <param name="Intents">The ids that it can predict, sorted.</param>
/// <param name="Stages">The stage in which each intent is usually asked; those that are asked at any stage are not in it.</param>
/// <param name="Metrics">Figures by cross-validation on the training data, by name, such as <c>accuracy</c>; each 0..1 unless its name says otherwise.</param>
public sealed record ModelInfo(string DataHash, IReadOnlyList<string> Intents, IReadOnlyDictionary<string, JourneyStage> Stages, IReadOnlyDictionary<string, double> Metrics);
