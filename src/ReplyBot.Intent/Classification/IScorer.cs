namespace ReplyBot.Intent.Classification;

/// <summary>One member of the ensemble: gives each intent a score; only differences between scores mean something.</summary>
internal interface IScorer
{
    /// <summary>How many scores it gives.</summary>
    int Outputs { get; }

    /// <summary>Scores a prepared utterance.</summary>
    /// <param name="prepared">The utterance, as <see cref="Features.UtteranceText"/> prepares it.</param>
    /// <param name="scores">Receives one score per output.</param>
    void Score(string prepared, Span<float> scores);
}
