namespace ReplyBot.Knowledge.Search;

/// <summary>One reason for a score.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Value">What it was found to be.</param>
/// <param name="Weight">How much it counts; value times weight, summed over all features, is the score's logit.</param>
public readonly record struct ScoreFeature(string Name, double Value, double Weight);
