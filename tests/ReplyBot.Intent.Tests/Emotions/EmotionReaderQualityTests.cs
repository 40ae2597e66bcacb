using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Emotions;

/// <summary>How well emotions are read from messages that were labelled without knowledge of the reader's phrases.</summary>
public sealed class EmotionReaderQualityTests(ITestOutputHelper output)
{
    private const double Floor = 0.39;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new EmotionReader();
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("emotions-wide.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], [columns[0]], [reader.Read(TextNormalizer.Default.Normalize(columns[1])).Label.ToString()]);

        output.WriteLine(scores.Report());
        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
