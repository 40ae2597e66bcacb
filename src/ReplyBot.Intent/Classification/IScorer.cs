namespace ReplyBot.Intent.Classification;

/// <summary>One member of the ensemble: gives each intent a score; only differences between scores mean something.</summary>
internal interface IScorer
{
    /// <summary>Scores a prepared utterance.</summary>
    /// <param name="prepared">The utterance, as <see cref="Features.UtteranceText"/> prepares it.</param>
    /// <param name="scores">Receives one score per intent.</param>
    void Score(string prepared, Span<float> scores);
}
