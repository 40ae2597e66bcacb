using ReplyBot.Intent.Requests;
using ReplyBot.Intent.Tests.Material;

namespace ReplyBot.Intent.Tests.Requests;

[Collection(nameof(TrainedModel))]
public sealed class RequestReaderTests(TrainedModel trained)
{
    [Fact]
    public void Read_OnLabelledMessages_FindsTheRequestsInOrder()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("requests.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[0], columns[1].Split('|'), [.. reader.Read(columns[0]).Requests.Select(request => request.Intent.Top.Id).Distinct()]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.75, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenOneThingIsAsked_CoversTheWholeMessage()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var request = reader.Read("你好，请问什么时候发货").Requests.ShouldHaveSingleItem();
        (request.Start, request.Length).ShouldBe((0, 11));
    }

    [Theory]
    [InlineData("有货吗？今天发吗", "有货吗", "今天发吗")]
    [InlineData("多少钱\n包邮吗\n", "多少钱", "包邮吗")]
    [InlineData("亲，99.9包邮行吗", "亲，99.9包邮行吗")]
    [InlineData("有货吗另外能开票吗", "有货吗", "另外能开票吗")]
    [InlineData("。。。")]
    public void Cut_WhenMarksStandBetween_GivesThePieces(string text, params string[] pieces) =>
        RequestCutter.Cut(text, 3).Select(piece => text.Substring(piece.Start, piece.Length)).ShouldBe(pieces);
}
