using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Buyers;

public sealed class BuyerTypeReaderTests
{
    private static readonly BuyerTypeReader Reader = new();

    [Fact]
    public void Read_OnLabelledMessages_RecognisesTypes()
    {
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("buyer-types.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. Read(columns[1]).Select(evidence => evidence.Type.ToString())]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.75, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenTypeShows_GivesTheWordsThatShowIt()
    {
        const string text = "亲，別家才賣79";
        var evidence = Read(text).ShouldHaveSingleItem();
        evidence.Type.ShouldBe(BuyerType.HaggleCompare);
        text.Substring(evidence.Start, evidence.Length).ShouldBe("別家");
    }

    private static IReadOnlyList<BuyerTypeEvidence> Read(string text) => Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text));
}
