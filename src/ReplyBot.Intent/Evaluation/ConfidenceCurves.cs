namespace ReplyBot.Intent.Evaluation;

/// <summary>Figures about confidences: calibration, risk against coverage, separation of in and out of scope.</summary>
internal static class ConfidenceCurves
{
    private const int Bins = 10;

    /// <summary>Expected calibration error: the gap between confidence and accuracy, averaged over ten equal bins by their sizes.</summary>
    public static double CalibrationError(IReadOnlyList<JudgedUtterance> judged) =>
        judged.GroupBy(item => Math.Min(Bins - 1, (int)(item.Prediction.Top.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Sum(item => item.Prediction.Top.Confidence - (item.IsRight ? 1 : 0)))) / judged.Count;

    /// <summary>Coverage and precision of the messages at or above a confidence.</summary>
    public static CoveragePoint PointAt(double threshold, IReadOnlyList<JudgedUtterance> judged)
    {
        JudgedUtterance[] above = [.. judged.Where(item => item.Prediction.Top.Confidence >= threshold)];
        return new CoveragePoint(
            threshold,
            (double)above.Length / judged.Count,
            above.Length == 0 ? 1 : above.Average(item => item.IsRight ? 1.0 : 0));
    }

    /// <summary>The largest share of messages, most confident first, that still has the precision; equal confidences go together.</summary>
    public static double CoverageAt(double precision, IReadOnlyList<JudgedUtterance> judged)
    {
        JudgedUtterance[] ordered = [.. judged.OrderByDescending(item => item.Prediction.Top.Confidence)];
        var (right, covered) = (0, 0);
        for (var i = 0; i < ordered.Length; i++)
        {
            right += ordered[i].IsRight ? 1 : 0;
            var isLastOfEqual = i + 1 == ordered.Length || ordered[i + 1].Prediction.Top.Confidence != ordered[i].Prediction.Top.Confidence;
            if (isLastOfEqual && right >= precision * (i + 1))
                covered = i + 1;
        }

        return (double)covered / ordered.Length;
    }

    /// <summary>
    /// How likely a message in scope has the higher probability of being in scope than one out of scope; ties count half.
    /// Null where one of the two is missing.
    /// </summary>
    public static double? ScopeAuroc(IReadOnlyList<JudgedUtterance> judged)
    {
        var inside = judged.Count(item => !item.IsOutOfScope);
        var outside = judged.Count - inside;
        if (inside == 0 || outside == 0)
            return null;

        // Mann–Whitney: the mean rank of the messages in scope says how many pairs are in order.
        JudgedUtterance[] ordered = [.. judged.OrderBy(item => item.Prediction.InScope)];
        var rankSum = 0.0;
        for (var i = 0; i < ordered.Length;)
        {
            var first = i;
            while (i < ordered.Length && ordered[i].Prediction.InScope == ordered[first].Prediction.InScope)
                i++;
            var meanRank = (first + 1 + i) / 2.0;
            rankSum += meanRank * ordered.AsSpan(first, i - first).ToArray().Count(item => !item.IsOutOfScope);
        }

        return (rankSum - inside * (inside + 1.0) / 2) / ((double)inside * outside);
    }
}
