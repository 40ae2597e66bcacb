using ReplyBot.Intent.Features;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// Says how likely a message is for a shop at all. A linear model of its own looks for what other talk has in common; what the
/// ensemble thinks of <c>out_of_scope</c> is the second signal; logistic regression weighs both.
/// </summary>
/// <param name="Linear">A linear model with one score: positive means in scope.</param>
/// <param name="Bias">The constant of the regression.</param>
/// <param name="LinearWeight">The weight of the linear model's score.</param>
/// <param name="EnsembleWeight">The weight of the ensemble's log odds of being in scope.</param>
internal sealed record ScopeDetector(LinearScorer Linear, double Bias, double LinearWeight, double EnsembleWeight)
{
    private const double SmallestProbability = 1e-6;

    /// <summary>The probability, 0..1, that the message is for a shop.</summary>
    /// <param name="message">The utterance.</param>
    /// <param name="outOfScope">The ensemble's probability that it is not.</param>
    public double Probability(MessageGrams message, double outOfScope)
    {
        Span<float> score = stackalloc float[1];
        Linear.Score(message, score);
        var (own, odds) = SignalsOf(score[0], outOfScope);
        return 1 / (1 + Math.Exp(-(Bias + LinearWeight * own + EnsembleWeight * odds)));
    }

    /// <summary>The two signals that the regression weighs: the linear model's score and the ensemble's log odds.</summary>
    public static (double Own, double Odds) SignalsOf(double score, double outOfScope)
    {
        var outside = Math.Clamp(outOfScope, SmallestProbability, 1 - SmallestProbability);
        return (score, Math.Log((1 - outside) / outside));
    }

    public void Save(ModelWriter writer)
    {
        Linear.Save(writer);
        writer.Write(Bias);
        writer.Write(LinearWeight);
        writer.Write(EnsembleWeight);
    }

    public static ScopeDetector Load(ModelReader reader) =>
        new(LinearScorer.Load(reader), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
