using ReplyBot.Intent.Tests.Material;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Emotions;

/// <summary>How well emotions are read from messages that were labelled without knowledge of what the reader learned from.</summary>
[Collection(nameof(TrainedModel))]
public sealed class EmotionReaderQualityTests(TrainedModel trained, ITestOutputHelper output)
{
    private const double Floor = 0.84;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("emotions-wide.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], [columns[0]], [reader.Read(columns[1]).Emotion.Label.ToString()]);

        output.WriteLine(scores.Report());
        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
