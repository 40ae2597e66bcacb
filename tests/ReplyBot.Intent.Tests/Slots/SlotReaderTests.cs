using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Slots;

public sealed class SlotReaderTests
{
    private static readonly SlotReader Reader = new(Catalogue.Names);

    [Fact]
    public void Read_OnLabelledMessages_FindsSpansAndValues()
    {
        var scores = new LabelScores();
        foreach (var line in Folders.Lines("slots.txt"))
        {
            var message = MarkedMessage.Parse(line);
            var found = Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(message.Text));
            scores.Add(line, [.. message.Slots.Select(slot => $"{slot.Span}|{slot.Value}")], [.. found.Select(slot => $"{slot.Kind}|{slot.Start}|{slot.Length}|{slot.Value}")]);
        }

        scores.MicroF1.ShouldBeGreaterThanOrEqualTo(0.93, $"F1 {scores.MicroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenProductNameIsLonger_TakesTheLongerName()
    {
        var slots = Reader.Read(TextNormalizer.Default.NormalizeWithOffsets("高腰直筒牛仔裤有货吗"));
        slots.ShouldHaveSingleItem().ShouldBe(new Slot(SlotKind.Product, 0, 7, "straight-jeans"));
    }

    [Fact]
    public void Read_WhenTextIsFullWidth_SpansReferToTheOriginal()
    {
        const string text = "電話１３８１２３４５６７８";
        var slot = Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text)).ShouldHaveSingleItem();
        text.Substring(slot.Start, slot.Length).ShouldBe("１３８１２３４５６７８");
        slot.Value.ShouldBe("13812345678");
    }

    [Theory]
    [InlineData("一百二", 120)]
    [InlineData("一百零五", 105)]
    [InlineData("十五", 15)]
    [InlineData("两百三十", 230)]
    [InlineData("一七五", 175)]
    [InlineData("12.5", 12.5)]
    public void Parse_WhenNumberIsWritten_GivesIt(string text, double number) => ChineseNumerals.Parse(text).ShouldBe((decimal)number);
}
