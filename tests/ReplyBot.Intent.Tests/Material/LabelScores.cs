using System.Globalization;
using System.Text;

namespace ReplyBot.Intent.Tests.Material;

/// <summary>Counts right, wrong and missing labels.</summary>
internal sealed class LabelScores
{
    private readonly Dictionary<string, (int Right, int Wrong, int Missing)> counts = [];
    private readonly Dictionary<(string Expected, string Found), int> confusions = [];
    private readonly List<string> mistakes = [];

    /// <summary>Compares what was expected in a text with what was found.</summary>
    public void Add(string text, IReadOnlyCollection<string> expected, IReadOnlyCollection<string> found)
    {
        foreach (var label in expected.Intersect(found))
            Count(label, right: 1);
        foreach (var label in found.Except(expected))
            Count(label, wrong: 1);
        foreach (var label in expected.Except(found))
            Count(label, missing: 1);
        if (expected.ToHashSet().SetEquals(found))
            return;
        mistakes.Add($"{text}: expected {string.Join(' ', expected)}, found {string.Join(' ', found)}");
        var confusion = (Joined(expected.Except(found)), Joined(found.Except(expected)));
        confusions[confusion] = confusions.GetValueOrDefault(confusion) + 1;
    }

    /// <summary>F1 over all labels together.</summary>
    public double MicroF1 => F1(Total);

    /// <summary>Mean F1 of the labels that were expected at least once.</summary>
    public double MacroF1 => counts.Values.Where(count => count.Right + count.Missing > 0).Average(F1);

    /// <summary>The share of the expected labels that were found.</summary>
    public double Recall => Share(Total.Right, Total.Missing);

    /// <summary>The share of the found labels that were expected.</summary>
    public double Precision => Share(Total.Right, Total.Wrong);

    public string Mistakes => string.Join('\n', mistakes);

    /// <summary>The figures of all labels together, of each label, and which labels were taken for which, the most frequent first.</summary>
    public string Report()
    {
        var report = new StringBuilder();
        report.AppendLine(CultureInfo.InvariantCulture, $"macro-F1 {MacroF1:F3}  micro-F1 {MicroF1:F3}  precision {Precision:F3}  recall {Recall:F3}");
        foreach (var (label, count) in counts.OrderBy(pair => F1(pair.Value)))
            report.AppendLine(CultureInfo.InvariantCulture, $"{label,-24} F1 {F1(count):F3}  precision {Share(count.Right, count.Wrong):F3}  recall {Share(count.Right, count.Missing):F3}  expected {count.Right + count.Missing}");
        foreach (var ((expected, found), times) in confusions.OrderByDescending(pair => pair.Value))
            report.AppendLine(CultureInfo.InvariantCulture, $"{times,4}  {expected} -> {found}");
        return report.AppendLine(Mistakes).ToString();
    }

    private (int Right, int Wrong, int Missing) Total =>
        (counts.Values.Sum(count => count.Right), counts.Values.Sum(count => count.Wrong), counts.Values.Sum(count => count.Missing));

    private void Count(string label, int right = 0, int wrong = 0, int missing = 0)
    {
        var count = counts.GetValueOrDefault(label);
        counts[label] = (count.Right + right, count.Wrong + wrong, count.Missing + missing);
    }

    private static string Joined(IEnumerable<string> labels) => string.Join('|', labels) is { Length: > 0 } joined ? joined : "-";

    private static double F1((int Right, int Wrong, int Missing) count) => 2.0 * count.Right / Math.Max(1, 2 * count.Right + count.Wrong + count.Missing);

    private static double Share(int right, int others) => (double)right / Math.Max(1, right + others);
}
