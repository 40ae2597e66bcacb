namespace ReplyBot.Intent.Lint;

/// <summary>What came of checking labelled utterances.</summary>
/// <param name="Findings">What is wrong.</param>
/// <param name="SentencesByIntent">For each intent how many sentences it has, where lines count once that differ only by nouns, numbers and particles.</param>
public sealed record UtteranceLintReport(IReadOnlyList<UtteranceFinding> Findings, IReadOnlyDictionary<string, int> SentencesByIntent);
