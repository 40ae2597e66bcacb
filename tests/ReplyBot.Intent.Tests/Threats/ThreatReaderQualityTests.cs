using ReplyBot.Intent.Tests.Material;
using ReplyBot.Intent.Threats;
using ReplyBot.Text;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Threats;

/// <summary>How well threats are told from near misses in messages that were labelled without knowledge of the reader's phrases.</summary>
public sealed class ThreatReaderQualityTests(ITestOutputHelper output)
{
    private const double Floor = 0.52;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new ThreatReader();
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("threats-wide.tsv").Select(line => line.Split('\t')))
        {
            var found = reader.Read(TextNormalizer.Default.NormalizeWithOffsets(columns[1]));
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. found.Select(threat => threat.Kind.ToString())]);
        }

        output.WriteLine(scores.Report());
        scores.Recall.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
