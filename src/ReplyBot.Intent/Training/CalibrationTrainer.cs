using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Training;

/// <summary>Finds the slope under which the probabilities of utterances that no member has seen fit best (least log loss).</summary>
internal static class CalibrationTrainer
{
    private const double Steepest = 64;
    private const double Flattest = 0.1;
    private const int Halvings = 40;

    /// <param name="scores">For each utterance its scores.</param>
    /// <param name="labels">For each utterance the number of its intent.</param>
    public static Calibration Train(IReadOnlyList<float[]> scores, IReadOnlyList<int> labels)
    {
        // The loss is convex in the slope: golden-section search.
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Flattest, Steepest);
        for (var i = 0; i < Halvings; i++)
        {
            var left = high - ratio * (high - low);
            var right = low + ratio * (high - low);
            if (LossOf(left, scores, labels) < LossOf(right, scores, labels))
                high = right;
            else
                low = left;
        }

        return new Calibration((low + high) / 2);
    }

    private static double LossOf(double slope, IReadOnlyList<float[]> scores, IReadOnlyList<int> labels)
    {
        var loss = 0.0;
        for (var i = 0; i < scores.Count; i++)
        {
            var largest = scores[i].Max();
            var sum = 0.0;
            foreach (var score in scores[i])
                sum += Math.Exp(slope * (score - largest));
            loss += Math.Log(sum) - slope * (scores[i][labels[i]] - largest);
        }

        return loss;
    }
}
