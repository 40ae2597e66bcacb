namespace ReplyBot.Knowledge.Ranking;

/// <summary>How well scripts are ranked for questions that were held out.</summary>
/// <param name="First">The share of questions whose script stands first.</param>
/// <param name="TopThree">The share whose script is among the first three.</param>
/// <param name="Intent">The share at which a script of the right intent stands first.</param>
public readonly record struct RankingFigures(double First, double TopThree, double Intent)
{
    /// <summary>Measures weights on examples.</summary>
    internal static RankingFigures Measure(IEnumerable<RankingExample> examples, double[] weights)
    {
        var (count, first, three, intent) = (0, 0, 0, 0);
        foreach (var example in examples)
        {
            var scores = example.Rows.Select((row, place) => example.Given[place] + RankingModel.Score(row, weights)).ToArray();
            var better = scores.Count(score => score > scores[example.Right]);
            count++;
            first += better == 0 ? 1 : 0;
            three += better < 3 ? 1 : 0;
            intent += example.Intents[scores.IndexOf(scores.Max())] == example.Intents[example.Right] ? 1 : 0;
        }

        return count == 0 ? default : new RankingFigures((double)first / count, (double)three / count, (double)intent / count);
    }
}
