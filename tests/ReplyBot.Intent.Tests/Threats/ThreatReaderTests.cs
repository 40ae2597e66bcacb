using ReplyBot.Intent.Tests.Material;
using ReplyBot.Intent.Threats;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Threats;

public sealed class ThreatReaderTests
{
    private static readonly ThreatReader Reader = new();

    [Fact]
    public void Read_OnLabelledMessages_FindsThreats()
    {
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("threats.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. Read(columns[1]).Select(threat => threat.Kind.ToString())]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.85, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    private static IReadOnlyList<Threat> Read(string text) => Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text));
}
