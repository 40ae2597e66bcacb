namespace ReplyBot.Intent.Training;

/// <summary>What came of reading the labelled utterances.</summary>
/// <param name="Set">The utterances; null where nothing can be trained on them.</param>
/// <param name="Problems">What is wrong, each with its file and line; a problem in one line only costs that line.</param>
public sealed record TrainingSetReading(TrainingSet? Set, IReadOnlyList<string> Problems);
