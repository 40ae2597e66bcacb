using System.Text;
using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Slots;

public sealed class SlotReaderTests
{
    private static readonly SlotReader Reader = new(new ProductNames(new Dictionary<string, IReadOnlyList<string>>
    {
        ["fleece-hoodie"] = ["加绒连帽卫衣", "加绒卫衣", "连帽卫衣"],
        ["straight-jeans"] = ["高腰直筒牛仔裤", "牛仔裤", "直筒裤"],
        ["mango"] = ["厚切芒果干", "芒果干"],
        ["nuts"] = ["每日混合坚果", "每日坚果", "坚果"],
        ["down-jacket"] = ["轻薄立领羽绒服", "羽绒服"],
        ["sofa-cover"] = ["沙发套"],
    }));

    [Fact]
    public void Read_OnLabelledMessages_FindsSpansAndValues()
    {
        var scores = new LabelScores();
        foreach (var line in Folders.Lines("slots.txt"))
        {
            var (text, expected) = Unmark(line);
            var found = Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text));
            scores.Add(line, expected, [.. found.Select(slot => $"{slot.Kind}|{slot.Start}|{slot.Length}|{slot.Value}")]);
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

    /// <summary>Takes the marks {Kind value|surface} out of a line.</summary>
    private static (string Text, string[] Slots) Unmark(string line)
    {
        var text = new StringBuilder();
        var slots = new List<string>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '{')
            {
                text.Append(line[i]);
                continue;
            }

            var end = line.IndexOf('}', i);
            var (kind, rest) = line[(i + 1)..end].Split(' ', 2) is [var first, var second] ? (first, second) : throw new FormatException(line);
            var parts = rest.Split('|');
            slots.Add($"{kind}|{text.Length}|{parts[1].Length}|{parts[0]}");
            text.Append(parts[1]);
            i = end;
        }

        return (text.ToString(), [.. slots]);
    }
}
