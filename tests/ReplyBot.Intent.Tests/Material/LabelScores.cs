namespace ReplyBot.Intent.Tests.Material;

/// <summary>Counts right, wrong and missing labels.</summary>
internal sealed class LabelScores
{
    private readonly Dictionary<string, (int Right, int Wrong, int Missing)> counts = [];
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
        if (!expected.ToHashSet().SetEquals(found))
            mistakes.Add($"{text}: expected {string.Join(' ', expected)}, found {string.Join(' ', found)}");
    }

    /// <summary>F1 over all labels together.</summary>
    public double MicroF1 => F1(counts.Values.Sum(count => count.Right), counts.Values.Sum(count => count.Wrong), counts.Values.Sum(count => count.Missing));

    /// <summary>Mean F1 of the labels that were expected at least once.</summary>
    public double MacroF1 => counts.Values.Where(count => count.Right + count.Missing > 0).Average(count => F1(count.Right, count.Wrong, count.Missing));

    public string Mistakes => string.Join('\n', mistakes);

    private void Count(string label, int right = 0, int wrong = 0, int missing = 0)
    {
        var key = label.Split('|')[0];
        var count = counts.GetValueOrDefault(key);
        counts[key] = (count.Right + right, count.Wrong + wrong, count.Missing + missing);
    }

    private static double F1(int right, int wrong, int missing) => 2.0 * right / Math.Max(1, 2 * right + wrong + missing);
}
