namespace ReplyBot.Knowledge.Ranking;

/// <summary>What learning came to.</summary>
/// <param name="Weights">The weights, with what they were learned from.</param>
/// <param name="Before">How the prior ranks the questions.</param>
/// <param name="After">How weights learned from the other four fifths rank each fifth of the questions.</param>
public sealed record RankingTraining(RankingWeights Weights, RankingFigures Before, RankingFigures After);
