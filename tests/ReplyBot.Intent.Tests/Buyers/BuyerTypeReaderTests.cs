using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Tests.Material;

namespace ReplyBot.Intent.Tests.Buyers;

[Collection(nameof(TrainedModel))]
public sealed class BuyerTypeReaderTests(TrainedModel trained)
{
    [Fact]
    public void Read_OnLabelledMessages_RecognisesTypes()
    {
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("buyer-types.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], columns[0] == "-" ? [] : [columns[0]], [.. Read(columns[1]).Select(evidence => evidence.Type.ToString())]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.85, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenTypeShows_GivesTheWordsThatShowIt()
    {
        const string text = "亲，別家才賣79";
        var evidence = Read(text).ShouldHaveSingleItem();
        evidence.Type.ShouldBe(BuyerType.HaggleCompare);
        "別家才賣79".ShouldContain(text.Substring(evidence.Start, evidence.Length));
    }

    [Fact]
    public void Read_WhenTypeShowsInOnePlace_PointsThere()
    {
        const string text = "在吗，我要买两件，第一次买这个完全不懂，哪个好";
        var evidence = Read(text).ShouldHaveSingleItem();
        evidence.Type.ShouldBe(BuyerType.KnowledgeNone);
        var shown = text.Substring(evidence.Start, evidence.Length);
        (shown.Contains("第一次") || shown.Contains("不懂")).ShouldBeTrue(shown);
        evidence.Length.ShouldBeLessThan(text.Length);
    }

    private IReadOnlyList<BuyerTypeEvidence> Read(string text) => new UtteranceReader(trained.Model, ProductNames.None).Read(text).BuyerTypes;
}
