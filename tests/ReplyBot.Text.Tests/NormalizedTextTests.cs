namespace ReplyBot.Text.Tests;

public class NormalizedTextTests
{
    [Theory]
    [InlineData("  發貨 ", "发货", "發貨")]
    [InlineData("電話１３８００００", "1380000", "１３８００００")]
    [InlineData("1\u200B38", "138", "1\u200B38")]
    [InlineData("５㎏", "k", "㎏")]
    [InlineData("太好好好好好了", "好好好", "好好好好好")]
    [InlineData("e\u0301x", "é", "e\u0301")]
    [InlineData("😂买", "😂", "😂")]
    [InlineData("好  的", "好 的", "好  的")]
    public void ToOriginal_WhenSpanOfNormalText_FindsItsSource(string original, string part, string expected)
    {
        var normalized = TextNormalizer.Default.NormalizeWithOffsets(original);

        var (start, length) = normalized.ToOriginal(normalized.Text.IndexOf(part, StringComparison.Ordinal), part.Length);

        original.Substring(start, length).ShouldBe(expected);
    }

    [Fact]
    public void ToOriginal_WhenTrailingSpaceWasTrimmed_LeavesItOut()
    {
        var normalized = TextNormalizer.Default.NormalizeWithOffsets("在吗   ");

        normalized.ToOriginal(0, 2).ShouldBe((0, 2));
    }

    [Fact]
    public void ToOriginal_WhenEmpty_IsEmptyThere() => TextNormalizer.Default.NormalizeWithOffsets("发货").ToOriginal(1, 0).ShouldBe((1, 0));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(1, -1)]
    public void ToOriginal_WhenOutside_Throws(int start, int length)
    {
        var normalized = TextNormalizer.Default.NormalizeWithOffsets("发货");

        Should.Throw<ArgumentOutOfRangeException>(() => normalized.ToOriginal(start, length));
    }
}
