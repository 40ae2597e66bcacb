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
    public void Read_WhenOnlyTheKindIsNamed_TakesTheOneProductOfThatKind()
    {
        var slots = Reader.Read(TextNormalizer.Default.NormalizeWithOffsets("那个卫衣有货吗"));
        slots.ShouldHaveSingleItem().ShouldBe(new Slot(SlotKind.Product, 2, 2, "fleece-hoodie"));
    }

    [Fact]
    public void Read_WhenTwoProductsAreOfAKind_NamesNone()
    {
        var reader = new SlotReader(new ProductNames(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["加绒卫衣"], ["b"] = ["薄款卫衣"] }));
        reader.Read(TextNormalizer.Default.NormalizeWithOffsets("卫衣有货吗")).ShouldBeEmpty();
    }

    [Fact]
    public void Read_WhenTheCatalogueHasColorsAndSizes_FindsThem()
    {
        var reader = new SlotReader(ProductNames.None with { Colors = ["星空蓝"], Sizes = ["三人位", "26"] });
        reader.Read(TextNormalizer.Default.NormalizeWithOffsets("星空蓝三人位26包")).Select(slot => slot.Kind).ShouldBe([SlotKind.Color, SlotKind.Size, SlotKind.Quantity]);
    }

    [Theory]
    [InlineData("周末能到吗", SlotKind.Date, "周末")]
    [InlineData("十一月十五号要用", SlotKind.Date, "11-15")]
    [InlineData("昨晚拍的", SlotKind.Time, "昨晚")]
    [InlineData("六点半前送", SlotKind.Time, "六点半")]
    [InlineData("大号有吗", SlotKind.Size, "大号")]
    public void Read_WhenWrittenInWords_FindsIt(string text, SlotKind kind, string value)
    {
        var slot = Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text)).ShouldHaveSingleItem();
        (slot.Kind, slot.Value).ShouldBe((kind, value));
    }

    [Theory]
    [InlineData("便宜一点")]
    [InlineData("有两点不满意")]
    [InlineData("四件套")]
    [InlineData("三包服务怎么申请")]
    [InlineData("M&G的笔")]
    public void Read_WhenWordsOnlyLookLikeFacts_FindsNone(string text) => Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text)).ShouldBeEmpty();

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
