using System.Globalization;
using System.Text;

namespace ReplyBot.Intent.Evaluation;

/// <summary>A pair of intents that were mixed up.</summary>
/// <param name="Expected">The intent that annotators gave first.</param>
/// <param name="Predicted">The intent that was predicted.</param>
/// <param name="Count">How often.</param>
public sealed record ConfusionPair(string Expected, string Predicted, int Count);

/// <summary>One point of the risk–coverage curve.</summary>
/// <param name="Threshold">The least confidence that is answered.</param>
/// <param name="Coverage">Share of messages at or above it.</param>
/// <param name="Precision">Share of those that are right.</param>
public sealed record CoveragePoint(double Threshold, double Coverage, double Precision);

/// <summary>What a bot that answers above the thresholds would have done.</summary>
/// <param name="Coverage">Share of all messages that are answered.</param>
/// <param name="Precision">Share of the answered messages whose intent is right; 1 where none is answered.</param>
/// <param name="OutOfScopeAnswered">Share of the out-of-scope messages that are answered; 0 where there are none.</param>
public sealed record AnswerQuality(double Coverage, double Precision, double OutOfScopeAnswered);

/// <summary>How well a classifier does on labelled utterances; any accepted id counts as right.</summary>
/// <param name="Count">How many utterances were judged.</param>
/// <param name="Top1">Share whose best intent is accepted.</param>
/// <param name="Top3">Share with an accepted intent among the best three.</param>
/// <param name="MacroF1">Mean F1 over the expected intents.</param>
/// <param name="OutOfScopeTop1">Share of the out-of-scope utterances seen as such; null where there are none.</param>
/// <param name="CalibrationError">Expected calibration error over ten bins of confidence.</param>
/// <param name="ScopeAuroc">Area under the curve of in scope against out of scope; null where one of them is missing.</param>
/// <param name="CoverageAt95">Largest share of messages, most confident first, of which 95 % are right.</param>
/// <param name="Answered">What would be answered at the standard thresholds.</param>
/// <param name="Confusions">The most frequent mix-ups.</param>
/// <param name="RiskCoverage">The risk–coverage curve at thresholds from 0 to 0.95.</param>
public sealed record EvaluationReport(
    int Count,
    double Top1,
    double Top3,
    double MacroF1,
    double? OutOfScopeTop1,
    double CalibrationError,
    double? ScopeAuroc,
    double CoverageAt95,
    AnswerQuality Answered,
    IReadOnlyList<ConfusionPair> Confusions,
    IReadOnlyList<CoveragePoint> RiskCoverage)
{
    private const int ConfusionsShown = 20;

    /// <summary>What the model reached by cross-validation when it was trained, traits included; empty where that is not known.</summary>
    public IReadOnlyDictionary<string, double> CrossValidated { get; init; } = new Dictionary<string, double>();

    /// <summary>The report as text, one figure a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line("utterances", Count);
        Line("top-1", Top1);
        Line("top-3", Top3);
        Line("macro-F1", MacroF1);
        if (OutOfScopeTop1 is { } abstention)
            Line("out of scope, top-1", abstention);
        Line("calibration error", CalibrationError);
        if (ScopeAuroc is { } area)
            Line("scope AUROC", area);
        Line("coverage at 95 % precision", CoverageAt95);
        Line("answered: coverage", Answered.Coverage);
        Line("answered: precision", Answered.Precision);
        Line("answered: out of scope", Answered.OutOfScopeAnswered);
        foreach (var (name, value) in CrossValidated)
            Line($"cross-validated {name}", value);
        foreach (var point in RiskCoverage)
            text.AppendLine(CultureInfo.InvariantCulture, $"  confidence ≥ {point.Threshold:0.00}: coverage {point.Coverage:0.000}, precision {point.Precision:0.000}");
        foreach (var pair in Confusions.Take(ConfusionsShown))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {pair.Count} × {pair.Expected} taken for {pair.Predicted}");
        return text.ToString();

        void Line(string name, double value) => text.AppendLine(CultureInfo.InvariantCulture, $"{name} {value:0.####}");
    }
}
