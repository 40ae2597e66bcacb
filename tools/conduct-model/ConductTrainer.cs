using ReplyBot.Knowledge.Lint;

namespace ConductModels;

/// <summary>
/// A linear support vector machine over the model's features, by dual coordinate descent (Hsieh et al. 2008) in a fixed order: the same
/// lines give the same model. Rare features count for more, so that what is said in every sentence does not drown what makes it unfit.
/// </summary>
internal static class ConductTrainer
{
    private const int Rounds = 40;

    /// <summary>How much an error costs.</summary>
    private const double Cost = 1;

    public static ConductModel Train(IReadOnlyList<LabelledLine> lines, float threshold)
    {
        var examples = lines.Select(line => (Places: FeaturesOf(line.Text), Sign: line.Unfit ? 1 : -1, Softness: 1 / (2 * Cost * line.Weight))).ToArray();
        var rarity = Rarity(examples.Select(example => example.Places));
        var norms = examples.Select(example => 1 + Square(example.Places, rarity)).ToArray();
        var weights = new double[ConductModel.Buckets];
        var multipliers = new double[examples.Length];
        var bias = 0.0;
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (places, sign, softness) = examples[i];
                var length = Math.Sqrt(places.Length);
                var sum = 0.0;
                foreach (var place in places)
                    sum += weights[place] * rarity[place];
                var gradient = (sign * (bias + (sum / length))) - 1 + (softness * multipliers[i]);
                var multiplier = Math.Max(0, multipliers[i] - (gradient / (norms[i] + softness)));
                var step = (multiplier - multipliers[i]) * sign;
                multipliers[i] = multiplier;
                foreach (var place in places)
                    weights[place] += step * rarity[place] / length;
                bias += step;
            }
        }

        for (var place = 0; place < weights.Length; place++)
            weights[place] *= rarity[place];
        var scale = weights.Max(Math.Abs) / short.MaxValue;
        return new ConductModel(
            [.. weights.Select(weight => (short)Math.Round(weight / scale))], (float)scale, (float)bias, threshold);
    }

    /// <summary>The square of the inverse document frequency of each feature.</summary>
    private static double[] Rarity(IEnumerable<ushort[]> texts)
    {
        var holding = new int[ConductModel.Buckets];
        var count = 0;
        foreach (var places in texts)
        {
            count++;
            foreach (var place in places.Distinct())
                holding[place]++;
        }

        return [.. holding.Select(texts => Math.Pow(Math.Log((1.0 + count) / (1 + texts)) + 1, 2))];
    }

    /// <summary>The square of an example's length in the scaled features.</summary>
    private static double Square(ushort[] places, double[] rarity) =>
        places.GroupBy(place => place).Sum(group => Math.Pow(group.Count() * rarity[group.Key], 2)) / places.Length;

    private static ushort[] FeaturesOf(string text)
    {
        var places = new ushort[ConductModel.MostCharacters * ConductModel.PlacesPerCharacter];
        return places[..ConductModel.Features(text, places)];
    }
}
