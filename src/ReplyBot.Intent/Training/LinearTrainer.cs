using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Features;

namespace ReplyBot.Intent.Training;

/// <summary>
/// Trains one linear support vector machine per intent against all others: squared hinge loss with L2 regularisation, by dual
/// coordinate descent (Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008).
/// </summary>
internal static class LinearTrainer
{
    /// <summary>How many characters the longest grams have.</summary>
    public const int LongestGram = 2;

    private const double Cost = 0.6;
    private const int MostEpochs = 40;
    private const double Tolerance = 0.02;

    /// <summary>Trains one machine per intent.</summary>
    public static LinearScorer Train(LabelledTexts data, Schedule schedule)
    {
        var vocabulary = GramVocabulary.Build(data.Prepared, LongestGram);
        var rows = new SparseRows(data.Prepared, vocabulary);
        var biases = new float[data.Intents];
        var weights = new Half[vocabulary.Count * data.Intents];
        schedule.ForEach(data.Intents, intent =>
        {
            var trained = TrainOne(rows, row => data.Labels[row] == intent, vocabulary.Count, schedule.Seed + intent);
            biases[intent] = (float)trained[^1];
            for (var gram = 0; gram < vocabulary.Count; gram++)
                weights[gram * data.Intents + intent] = (Half)trained[gram];
        });
        return new LinearScorer(vocabulary, biases, weights);
    }

    /// <summary>Trains the one machine that tells one intent from all others; its score is positive for the others.</summary>
    public static LinearScorer TrainAgainst(LabelledTexts data, int intent, int seed)
    {
        var vocabulary = GramVocabulary.Build(data.Prepared, LongestGram);
        var rows = new SparseRows(data.Prepared, vocabulary);
        var trained = TrainOne(rows, row => data.Labels[row] != intent, vocabulary.Count, seed);
        return new LinearScorer(vocabulary, [(float)trained[^1]], [.. trained.Take(vocabulary.Count).Select(weight => (Half)weight)]);
    }

    /// <summary>The weights of one machine; the last one belongs to a column that is always 1, the bias.</summary>
    public static double[] TrainOne(SparseRows rows, Func<int, bool> isPositive, int columns, int seed)
    {
        const double diagonal = 0.5 / Cost;
        var weights = new double[columns + 1];
        var alphas = new double[rows.Count];
        var signs = new double[rows.Count];
        var diagonals = new double[rows.Count];
        var order = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            signs[row] = isPositive(row) ? 1 : -1;
            diagonals[row] = diagonal + 1;
            foreach (var value in rows.Values(row))
                diagonals[row] += value * value;
            order[row] = row;
        }

        var random = new Random(seed);
        for (var epoch = 0; epoch < MostEpochs; epoch++)
        {
            random.Shuffle(order);
            var largest = 0.0;
            foreach (var row in order)
            {
                var sum = weights[columns];
                var gramColumns = rows.Columns(row);
                var gramValues = rows.Values(row);
                for (var i = 0; i < gramColumns.Length; i++)
                    sum += weights[gramColumns[i]] * gramValues[i];
                var gradient = signs[row] * sum - 1 + diagonal * alphas[row];
                var projected = alphas[row] == 0 ? Math.Min(gradient, 0) : gradient;
                if (projected == 0)
                    continue;
                largest = Math.Max(largest, Math.Abs(projected));
                var before = alphas[row];
                alphas[row] = Math.Max(before - gradient / diagonals[row], 0);
                var step = (alphas[row] - before) * signs[row];
                weights[columns] += step;
                for (var i = 0; i < gramColumns.Length; i++)
                    weights[gramColumns[i]] += step * gramValues[i];
            }

            if (largest < Tolerance)
                break;
        }

        return weights;
    }
}
