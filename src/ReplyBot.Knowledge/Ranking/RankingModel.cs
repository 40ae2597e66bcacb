namespace ReplyBot.Knowledge.Ranking;

/// <summary>
/// Learns weights: the probability that the right script stands first among those of its intent that were found (a softmax over
/// their scores) is made great, while the weights are drawn towards the prior. Gradient descent in a fixed order: the same
/// examples always give the same weights.
/// </summary>
internal static class RankingModel
{
    private const int Steps = 300;
    private const double Draw = 20;
    private const double Rate = 0.15;

    /// <summary>
    /// The features whose weights are learned. A variant does not say which buyer, stage or product it is meant for, and is not
    /// spoken by a real buyer: what depends on those keeps the weights of the prior.
    /// </summary>
    public static IReadOnlyList<string> Learned { get; } =
    [
        RankingFeatures.Best, RankingFeatures.Further, RankingFeatures.Question, RankingFeatures.Wording, RankingFeatures.Found,
        RankingFeatures.Sound, RankingFeatures.Edits, RankingFeatures.Adoption,
    ];

    private static readonly int Width = Learned.Count;

    /// <summary>The weights of the prior, in the order of <see cref="Learned"/>.</summary>
    public static double[] Prior => [.. Learned.Select(RankingWeights.Prior.Of)];

    /// <summary>Learns weights in the order of <see cref="Learned"/>.</summary>
    public static double[] Learn(IReadOnlyList<RankingExample> examples)
    {
        var choices = examples.Select(Choice.Of).ToArray();
        var prior = Prior;
        var weights = Prior;
        var (mean, square) = (new double[weights.Length], new double[weights.Length]);
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Gradient(choices, weights);
            for (var i = 0; i < weights.Length; i++)
            {
                // Adam (Kingma and Ba, 2015); a step that would turn a weight's sense ends at 0.
                var slope = (gradient[i] + (Draw * (weights[i] - prior[i]))) / examples.Count;
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                square[i] = (0.999 * square[i]) + (0.001 * slope * slope);
                var moved = weights[i] - (Rate * (1 - ((double)step / (Steps + 1))) * (mean[i] / (1 - Math.Pow(0.9, step)))
                    / (Math.Sqrt(square[i] / (1 - Math.Pow(0.999, step))) + 1e-8));
                weights[i] = prior[i] < 0 ? Math.Min(0, moved) : Math.Max(0, moved);
            }
        }

        return weights;
    }

    /// <summary>
    /// The weights on the scale of the prior: learning says how the evidence of the texts is made up, and not how much it counts beside
    /// the intent model, which knows real buyers' speech better than any variant shows. Scores keep their meaning, and with them
    /// the thresholds.
    /// </summary>
    /// <returns>The weights, and what the bias must make up for.</returns>
    public static (double[] Weights, double Shift) Rescale(IReadOnlyList<RankingExample> examples, double[] weights)
    {
        var scale = Spread(examples, Prior) / Math.Max(1e-9, Spread(examples, weights));
        var scaled = weights.Select(weight => weight * scale).ToArray();
        var shift = examples.Average(example => Score(example.Rows[example.Right], Prior) - Score(example.Rows[example.Right], scaled));
        return (scaled, shift);
    }

    /// <summary>The standard deviation of scores within a question.</summary>
    private static double Spread(IReadOnlyList<RankingExample> examples, double[] weights) => Math.Sqrt(examples.Average(example =>
    {
        var scores = example.Rows.Select(row => Score(row, weights)).ToArray();
        var mean = scores.Average();
        return scores.Average(score => (score - mean) * (score - mean));
    }));

    /// <summary>The score of a row.</summary>
    public static double Score(ReadOnlySpan<float> row, double[] weights)
    {
        var score = 0.0;
        for (var i = 0; i < row.Length; i++)
            score += row[i] * weights[i];
        return score;
    }

    private static double[] Gradient(Choice[] choices, double[] weights)
    {
        // Parts of fixed size, added in their order: the sum does not depend on the number of processors.
        const int Part = 256;
        var parts = new double[(choices.Length + Part - 1) / Part][];
        Parallel.For(0, parts.Length, part =>
        {
            var sum = new double[weights.Length];
            for (var i = part * Part; i < Math.Min(choices.Length, (part + 1) * Part); i++)
                AddGradient(choices[i], weights, sum);
            parts[part] = sum;
        });

        var gradient = new double[weights.Length];
        foreach (var part in parts)
        {
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] += part[i];
        }

        return gradient;
    }

    private static void AddGradient(Choice choice, double[] weights, double[] sum)
    {
        Span<double> shares = choice.Count <= 512 ? stackalloc double[choice.Count] : new double[choice.Count];
        var total = 0.0;
        var right = Score(choice.Row(choice.Right), weights);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Exp(Score(choice.Row(i), weights) - right);
            total += shares[i];
        }

        for (var i = 0; i < shares.Length; i++)
        {
            var pull = (shares[i] / total) - (i == choice.Right ? 1 : 0);
            if (pull == 0)
                continue;
            var row = choice.Row(i);
            for (var feature = 0; feature < row.Length; feature++)
                sum[feature] += pull * row[feature];
        }
    }

    /// <summary>The scripts of the right one's intent among those found: only they are told apart, and most of those found are of others.</summary>
    /// <param name="Values">Their rows, one behind the other.</param>
    /// <param name="Right">The place of the right one.</param>
    private readonly record struct Choice(float[] Values, int Right)
    {
        public int Count => Values.Length / Width;

        public ReadOnlySpan<float> Row(int place) => Values.AsSpan(place * Width, Width);

        public static Choice Of(RankingExample example)
        {
            var intent = example.Intents[example.Right];
            var places = Enumerable.Range(0, example.Rows.Length).Where(place => example.Intents[place] == intent).ToArray();
            return new Choice([.. places.SelectMany(place => example.Rows[place])], Array.IndexOf(places, example.Right));
        }
    }
}
