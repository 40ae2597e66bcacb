using ReplyBot.Knowledge.Lint;

namespace ConductModels;

/// <summary>Logistic regression over the model's features, by AdaGrad with a fixed seed: the same lines give the same model.</summary>
internal static class ConductTrainer
{
    private const int Rounds = 30;
    private const double Rate = 0.3;
    private const double Shrinking = 1e-5;
    private const double LeastGradient = 1e-6;
    private const double BiasRate = 0.01;

    public static ConductModel Train(IReadOnlyList<LabelledLine> lines, float threshold)
    {
        var examples = lines.Select(line => (Places: FeaturesOf(line.Text), line.Unfit, line.Weight)).ToArray();
        var weights = new double[ConductModel.Buckets];
        var gradients = new double[ConductModel.Buckets];
        var bias = 0.0;
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(examples);
            foreach (var (places, unfit, weight) in examples)
            {
                var norm = Math.Sqrt(places.Length);
                var sum = 0.0;
                foreach (var place in places)
                    sum += weights[place];
                var error = ((1 / (1 + Math.Exp(-(bias + (sum / norm))))) - (unfit ? 1 : 0)) * weight;
                foreach (var place in places)
                {
                    var gradient = (error / norm) + (Shrinking * weights[place]);
                    gradients[place] += gradient * gradient;
                    weights[place] -= Rate * gradient / Math.Sqrt(gradients[place] + LeastGradient);
                }

                bias -= BiasRate * error;
            }
        }

        var scale = Math.Max(weights.Max(Math.Abs), LeastGradient) / sbyte.MaxValue;
        return new ConductModel(
            [.. weights.Select(weight => (sbyte)Math.Round(weight / scale))], (float)scale, (float)bias, threshold);
    }

    private static ushort[] FeaturesOf(string text)
    {
        var places = new ushort[ConductModel.MostCharacters * 3];
        return places[..ConductModel.Features(text, places)];
    }
}
