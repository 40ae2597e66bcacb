using System.Globalization;

namespace ReplyBot.Intent.Tests.Material;

/// <summary>Counts right, wrong and missing spans, written "kind|start|length", by kind.</summary>
internal sealed class SpanScores
{
    private readonly SortedDictionary<string, (int Right, int Wrong, int Missing)> counts = new(StringComparer.Ordinal);
    private readonly List<string> mistakes = [];

    public void Add(string message, IReadOnlyCollection<string> expected, IReadOnlyCollection<string> found)
    {
        foreach (var span in expected.Intersect(found))
            Count(span, right: 1);
        foreach (var span in found.Except(expected))
            Count(span, wrong: 1);
        foreach (var span in expected.Except(found))
            Count(span, missing: 1);
        if (!expected.ToHashSet().SetEquals(found))
            mistakes.Add($"{message}: missing {string.Join(' ', expected.Except(found))}, wrong {string.Join(' ', found.Except(expected))}");
    }

    /// <summary>F1 over the spans of all kinds together.</summary>
    public double MicroF1
    {
        get
        {
            var right = counts.Values.Sum(count => count.Right);
            return 2.0 * right / Math.Max(1, 2 * right + counts.Values.Sum(count => count.Wrong + count.Missing));
        }
    }

    /// <summary>The F1, a line for each kind, and every message that was read differently.</summary>
    public string Report() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"F1 {MicroF1:F4}"),
        .. counts.Select(pair => $"{pair.Key}: {pair.Value.Right} right, {pair.Value.Wrong} wrong, {pair.Value.Missing} missing"),
        .. mistakes,
    ]);

    private void Count(string span, int right = 0, int wrong = 0, int missing = 0)
    {
        var kind = span.Split('|')[0];
        var count = counts.GetValueOrDefault(kind);
        counts[kind] = (count.Right + right, count.Wrong + wrong, count.Missing + missing);
    }
}
