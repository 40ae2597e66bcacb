using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Buyers;

/// <summary>How well types of buyers are read from messages that were labelled without knowledge of the reader's phrases.</summary>
public sealed class BuyerTypeReaderQualityTests(ITestOutputHelper output)
{
    private const double Floor = 0.27;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new BuyerTypeReader();
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("buyer-types-wide.tsv").Select(line => line.Split('\t')))
        {
            var found = reader.Read(TextNormalizer.Default.NormalizeWithOffsets(columns[1]));
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. found.Select(evidence => evidence.Type.ToString())]);
        }

        output.WriteLine(scores.Report());
        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
