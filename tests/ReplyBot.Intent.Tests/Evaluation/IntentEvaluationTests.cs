using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Evaluation;

namespace ReplyBot.Intent.Tests.Evaluation;

public sealed class IntentEvaluationTests
{
    [Fact]
    public void Evaluate_WhenNothingIsLabelled_IsEmpty() => IntentEvaluation.Evaluate(new Scripted(), []).Count.ShouldBe(0);

    [Fact]
    public void Evaluate_CountsAnyAcceptedIntentAsRight()
    {
        var report = Evaluate(("a 0.9", ["b", "a"]), ("a 0.8", ["b"]), ("b 0.6", ["b"]), ("out_of_scope 0.7", ["out_of_scope"]));
        report.Top1.ShouldBe(0.75);
        report.OutOfScopeTop1.ShouldBe(1);
        report.Confusions.ShouldHaveSingleItem().ShouldBe(new ConfusionPair("b", "a", 1));
    }

    [Fact]
    public void Evaluate_WhenConfidencesAreTrue_HasNoCalibrationError()
    {
        var report = Evaluate(("a 0.5", ["a"]), ("a 0.5", ["b"]), ("b 1", ["b"]));
        report.CalibrationError.ShouldBe(0, 1e-9);
        Evaluate(("a 0.9", ["b"])).CalibrationError.ShouldBe(0.9, 1e-9);
    }

    [Fact]
    public void Evaluate_CoverageStopsWhereConfidenceCannotSeparate()
    {
        Evaluate(("a 0.9", ["a"]), ("a 0.8", ["a"]), ("a 0.7", ["b"]), ("a 0.6", ["b"])).CoverageAt95.ShouldBe(0.5);
        Evaluate(("a 0.9", ["a"]), ("a 0.9", ["b"])).CoverageAt95.ShouldBe(0);
    }

    [Fact]
    public void Evaluate_MeasuresHowWellScopesAreSeparated()
    {
        Evaluate(("a 0.9", ["a"]), ("out_of_scope 0.9", ["out_of_scope"])).ScopeAuroc.ShouldBe(1);
        Evaluate(("a 0.9", ["out_of_scope"]), ("out_of_scope 0.9", ["a"])).ScopeAuroc.ShouldBe(0);
        Evaluate(("a 0.9", ["a"]), ("a 0.9", ["out_of_scope"])).ScopeAuroc.ShouldBe(0.5);
        Evaluate(("a 0.9", ["a"])).ScopeAuroc.ShouldBeNull();
    }

    [Fact]
    public void Evaluate_AnswersOnlyAboveTheThresholds()
    {
        var answered = Evaluate(("a 0.95", ["a"]), ("a 0.92", ["out_of_scope"]), ("b 0.89", ["b"]), ("out_of_scope 0.99", ["out_of_scope"])).Answered;
        answered.ShouldBe(new AnswerQuality(0.5, 0.5, 0.5));
    }

    [Fact]
    public void ToString_NamesTheFigures()
    {
        var text = (Evaluate(("a 0.9", ["b"])) with { CrossValidated = new Dictionary<string, double> { ["emotion.f1"] = 0.5 } }).ToString();
        text.ShouldContain("1 × b taken for a");
        text.ShouldContain("cross-validated emotion.f1 0.5");
    }

    private static EvaluationReport Evaluate(params (string Text, string[] Accepted)[] utterances) =>
        IntentEvaluation.Evaluate(new Scripted(), utterances.Select(utterance => new LabelledUtterance(utterance.Text, utterance.Accepted)));

    /// <summary>Predicts what the text says: an intent and its confidence.</summary>
    private sealed class Scripted : IIntentClassifier
    {
        public IntentPrediction Classify(string utterance)
        {
            var words = utterance.Split(' ');
            var confidence = double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
            var inScope = words[0] == IntentPrediction.OutOfScope ? 1 - confidence : confidence;
            return new IntentPrediction([new ScoredIntent(words[0], confidence), new ScoredIntent("x", 0)], inScope);
        }
    }
}
