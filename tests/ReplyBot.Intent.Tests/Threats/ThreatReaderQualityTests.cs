using ReplyBot.Intent.Tests.Material;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Threats;

/// <summary>How well threats are told from near misses in messages that were labelled without knowledge of what the reader learned from.</summary>
[Collection(nameof(TrainedModel))]
public sealed class ThreatReaderQualityTests(TrainedModel trained, ITestOutputHelper output)
{
    private const double Floor = 0.95;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("threats-wide.tsv").Select(line => line.Split('\t')))
        {
            var found = reader.Read(columns[1]).Threats;
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. found.Select(threat => threat.Kind.ToString())]);
        }

        output.WriteLine(scores.Report());
        scores.Recall.ShouldBeGreaterThanOrEqualTo(Floor);
        scores.Precision.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
