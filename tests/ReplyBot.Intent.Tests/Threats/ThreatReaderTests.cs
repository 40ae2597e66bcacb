using ReplyBot.Intent.Tests.Material;
using ReplyBot.Intent.Threats;

namespace ReplyBot.Intent.Tests.Threats;

[Collection(nameof(TrainedModel))]
public sealed class ThreatReaderTests(TrainedModel trained)
{
    [Fact]
    public void Read_OnLabelledMessages_FindsThreats()
    {
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("threats.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. Read(columns[1]).Select(threat => threat.Kind.ToString())]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.90, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenThreatened_GivesTheWordsThatShowIt()
    {
        const string text = "等了十天了还没退款，再不处理我就去12315投诉";
        var threat = Read(text).Where(threat => threat.Kind == ThreatKind.Legal).ShouldHaveSingleItem();
        threat.Length.ShouldBeInRange(1, text.Length - 1);
    }

    private IReadOnlyList<Threat> Read(string text) => new UtteranceReader(trained.Model, ProductNames.None).Read(text).Threats;
}
