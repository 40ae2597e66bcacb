using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Evaluation;

/// <summary>Measures a classifier on labelled utterances.</summary>
public static class IntentEvaluation
{
    private const double Precision = 0.95;
    private const int CurveSteps = 20;

    /// <summary>Classifies every utterance and reports; utterances without an accepted intent are left out.</summary>
    public static EvaluationReport Evaluate(IIntentClassifier classifier, IEnumerable<LabelledUtterance> utterances) =>
        Evaluate(classifier, utterances, AnswerThresholds.Standard);

    /// <summary>Classifies every utterance and reports what would be answered at the given thresholds.</summary>
    public static EvaluationReport Evaluate(IIntentClassifier classifier, IEnumerable<LabelledUtterance> utterances, AnswerThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(utterances);
        ArgumentNullException.ThrowIfNull(thresholds);
        JudgedUtterance[] judged = [.. utterances.Where(utterance => utterance.Accepted.Count > 0)
            .Select(utterance => new JudgedUtterance(utterance.Accepted, classifier.Classify(utterance.Text)))];
        if (judged.Length == 0)
            return new EvaluationReport(0, 0, 0, 0, null, 0, null, 0, new AnswerQuality(0, 1, 0), [], []);
        JudgedUtterance[] outside = [.. judged.Where(item => item.IsOutOfScope)];
        return new EvaluationReport(
            judged.Length,
            judged.Average(item => item.IsRight ? 1.0 : 0),
            judged.Average(item => item.IsAmong(3) ? 1.0 : 0),
            MacroF1(judged),
            outside.Length == 0 ? null : outside.Average(item => item.IsRight ? 1.0 : 0),
            ConfidenceCurves.CalibrationError(judged),
            ConfidenceCurves.ScopeAuroc(judged),
            ConfidenceCurves.CoverageAt(Precision, judged),
            Answered(judged, outside, thresholds),
            Confusions(judged),
            [.. Enumerable.Range(0, CurveSteps).Select(step => ConfidenceCurves.PointAt((double)step / CurveSteps, judged))]);
    }

    private static AnswerQuality Answered(JudgedUtterance[] judged, JudgedUtterance[] outside, AnswerThresholds thresholds)
    {
        JudgedUtterance[] answered = [.. judged.Where(item => thresholds.Answers(item.Prediction))];
        return new AnswerQuality(
            (double)answered.Length / judged.Length,
            answered.Length == 0 ? 1 : answered.Average(item => item.IsRight ? 1.0 : 0),
            outside.Length == 0 ? 0 : outside.Average(item => thresholds.Answers(item.Prediction) ? 1.0 : 0));
    }

    private static double MacroF1(JudgedUtterance[] judged)
    {
        var expected = judged.CountBy(item => item.Expected).ToDictionary();
        var predicted = judged.CountBy(item => item.IsRight ? item.Expected : item.Prediction.Top.Id).ToDictionary();
        var right = judged.Where(item => item.IsRight).CountBy(item => item.Expected).ToDictionary();
        return expected.Average(intent =>
            2.0 * right.GetValueOrDefault(intent.Key) / (intent.Value + predicted.GetValueOrDefault(intent.Key)));
    }

    private static ConfusionPair[] Confusions(JudgedUtterance[] judged) =>
        [.. judged.Where(item => !item.IsRight)
            .CountBy(item => (item.Expected, Predicted: item.Prediction.Top.Id))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Select(pair => new ConfusionPair(pair.Key.Expected, pair.Key.Predicted, pair.Value))];
}
