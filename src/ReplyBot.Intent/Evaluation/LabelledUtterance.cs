namespace ReplyBot.Intent.Evaluation;

/// <summary>A real utterance with the intents that careful annotators accept for it.</summary>
/// <param name="Text">The utterance.</param>
/// <param name="Accepted">The ids that count as right; the first is the one that counts for recall per class.</param>
public sealed record LabelledUtterance(string Text, IReadOnlyList<string> Accepted);
