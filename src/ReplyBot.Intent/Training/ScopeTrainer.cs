using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Training;

/// <summary>Fits the logistic regression of a scope detector on the signals of utterances that no member has seen.</summary>
internal static class ScopeTrainer
{
    private const int Steps = 40;
    private const double Ridge = 1e-3;
    private const int Weights = 3;

    /// <summary>
    /// How much of the loss is about messages for a shop. How many utterances of either kind were written says nothing of how
    /// often they come; most messages that a shop gets are meant for it.
    /// </summary>
    private const double InScopeShare = 0.7;

    /// <param name="signals">For each utterance the detector's signals.</param>
    /// <param name="isInScope">For each whether it is for a shop.</param>
    /// <returns>The bias and the weights of the two signals.</returns>
    public static (double Bias, double Own, double Odds) Fit(IReadOnlyList<(double Own, double Odds)> signals, IReadOnlyList<bool> isInScope)
    {
        // Newton's method.
        var inside = isInScope.Count(value => value);
        var shares = (In: InScopeShare / Math.Max(1, inside), Out: (1 - InScopeShare) / Math.Max(1, isInScope.Count - inside));
        var weights = new double[Weights];
        var inputs = new double[Weights];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[Weights];
            var curvature = new double[Weights * Weights];
            for (var i = 0; i < Weights; i++)
            {
                gradient[i] = Ridge * weights[i];
                curvature[i * Weights + i] = Ridge;
            }

            for (var row = 0; row < signals.Count; row++)
            {
                (inputs[0], inputs[1], inputs[2]) = (1, signals[row].Own, signals[row].Odds);
                var share = isInScope[row] ? shares.In : shares.Out;
                var probability = 1 / (1 + Math.Exp(-(weights[0] + weights[1] * inputs[1] + weights[2] * inputs[2])));
                var error = share * (probability - (isInScope[row] ? 1 : 0));
                for (var i = 0; i < Weights; i++)
                {
                    gradient[i] += error * inputs[i];
                    for (var j = 0; j < Weights; j++)
                        curvature[i * Weights + j] += share * probability * (1 - probability) * inputs[i] * inputs[j];
                }
            }

            var move = Solve(curvature, gradient);
            for (var i = 0; i < Weights; i++)
                weights[i] -= move[i];
        }

        return (weights[0], weights[1], weights[2]);
    }

    /// <summary>Solves a small positive definite system by elimination.</summary>
    private static double[] Solve(double[] matrix, double[] right)
    {
        for (var pivot = 0; pivot < Weights; pivot++)
        {
            for (var row = pivot + 1; row < Weights; row++)
            {
                var factor = matrix[row * Weights + pivot] / matrix[pivot * Weights + pivot];
                for (var column = pivot; column < Weights; column++)
                    matrix[row * Weights + column] -= factor * matrix[pivot * Weights + column];
                right[row] -= factor * right[pivot];
            }
        }

        var solution = new double[Weights];
        for (var row = Weights - 1; row >= 0; row--)
        {
            solution[row] = right[row];
            for (var column = row + 1; column < Weights; column++)
                solution[row] -= matrix[row * Weights + column] * solution[column];
            solution[row] /= matrix[row * Weights + row];
        }

        return solution;
    }
}
