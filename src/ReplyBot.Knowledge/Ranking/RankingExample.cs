namespace ReplyBot.Knowledge.Ranking;

/// <summary>The scripts found for a question, as rows of features.</summary>
/// <param name="Rows">A row for each script, in the order of <see cref="RankingModel.Learned"/>.</param>
/// <param name="Given">For each row, the part of the score that is not learned.</param>
/// <param name="Intents">The intent of each row's script.</param>
/// <param name="Right">The row of the script that answers.</param>
/// <param name="Fold">The question's fold.</param>
internal sealed record RankingExample(float[][] Rows, double[] Given, string[] Intents, int Right, int Fold);
