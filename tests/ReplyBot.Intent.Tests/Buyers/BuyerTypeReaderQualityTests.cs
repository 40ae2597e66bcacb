using ReplyBot.Intent.Tests.Material;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Buyers;

/// <summary>How well types of buyers are read from messages that were labelled without knowledge of what the reader learned from.</summary>
[Collection(nameof(TrainedModel))]
public sealed class BuyerTypeReaderQualityTests(TrainedModel trained, ITestOutputHelper output)
{
    private const double Floor = 0.90;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("buyer-types-wide.tsv").Select(line => line.Split('\t')))
        {
            var found = reader.Read(columns[1]).BuyerTypes;
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. found.Select(evidence => evidence.Type.ToString())]);
        }

        output.WriteLine(scores.Report());
        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
