namespace ReplyBot.Intent.Training;

/// <summary>How well a trait was recognised in lines that the model had not seen.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="Found">For each line the number of the label that was found.</param>
/// <param name="Expected">For each line the number of its label.</param>
internal sealed record TraitScores(string[] Labels, int[] Found, int[] Expected)
{
    /// <summary>The share of lines whose label was found.</summary>
    public double Accuracy => (double)Pairs.Count(pair => pair.First == pair.Second) / Math.Max(1, Found.Length);

    private IEnumerable<(int First, int Second)> Pairs => Found.Zip(Expected);

    /// <summary>Mean F1 over the labels but the one that says nothing.</summary>
    public double MacroF1(string? nothing) => Enumerable.Range(0, Labels.Length).Where(label => Labels[label] != nothing).Average(label =>
        2.0 * Pairs.Count(pair => pair.First == label && pair.Second == label)
        / Math.Max(1, Found.Count(found => found == label) + Expected.Count(expected => expected == label)));

    /// <summary>Of the lines with something to find, the share in which it was found.</summary>
    public double Recall(string nothing) => ShareRight(nothing, pair => pair.Second);

    /// <summary>Of the lines in which something was found, the share in which it was right.</summary>
    public double Precision(string nothing) => ShareRight(nothing, pair => pair.First);

    private double ShareRight(string nothing, Func<(int First, int Second), int> counted)
    {
        var lines = Pairs.Where(pair => Labels[counted(pair)] != nothing).ToList();
        return (double)lines.Count(pair => pair.First == pair.Second) / Math.Max(1, lines.Count);
    }
}
