namespace ReplyBot.Text.Tests;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("多少钱？！", "多少钱?!")]
    [InlineData("ｱｲｳ", "アイウ")]
    [InlineData("XL码", "xl码")]
    [InlineData("５㎏的", "5kg的")]
    [InlineData("①②", "12")]
    [InlineData("STRASSE straße", "strasse strasse")]
    [InlineData("￥５９．９", "¥59.9")]
    public void Normalize_WhenCompatibilityCharacters_Folds(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Theory]
    [InlineData("這個什麼時候發貨", "这个什么时候发货")]
    [InlineData("頭髮乾燥用的護髮素", "头发干燥用的护发素")]
    [InlineData("乾隆", "乾隆")]
    [InlineData("一目瞭然", "一目了然")]
    [InlineData("瞭解後回覆", "了解后回复")]
    [InlineData("瞭望塔覆盖", "瞭望塔覆盖")]
    [InlineData("衞生紙和粧前乳", "卫生纸和妆前乳")]
    [InlineData("一坏就换", "一坏就换")]
    [InlineData("皇后后面", "皇后后面")]
    public void Normalize_WhenTraditional_Simplifies(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Theory]
    [InlineData("发\u200B货", "发货")]
    [InlineData("\u202E发货\u202C", "发货")]
    [InlineData("\uFEFF在吗", "在吗")]
    [InlineData("发\0货", "发货")]
    [InlineData("发\u00AD货\u2060", "发货")]
    [InlineData("\u001B[31m红", "[31m红")]
    public void Normalize_WhenInvisibleCharacters_DropsThem(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Fact]
    public void Normalize_WhenLoneSurrogate_ReplacesIt()
    {
        // Attributes cannot hold such strings.
        Normalize("在\uD800吗").ShouldBe("在\uFFFD吗");
        Normalize("\uDC00").ShouldBe("\uFFFD");
        Normalize("好\uD83D").ShouldBe("好\uFFFD");
    }

    [Theory]
    [InlineData("哈哈哈哈哈哈", "哈哈哈")]
    [InlineData("好好", "好好")]
    [InlineData("hhhhhhh", "hhh")]
    [InlineData("在吗？？？？？", "在吗??")]
    [InlineData("等等。。。。。。", "等等。。")]
    [InlineData("😂😂😂😂😂", "😂😂😂")]
    [InlineData("http://a", "http://a")]
    public void Normalize_WhenRepeated_Squeezes(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Theory]
    [InlineData("订单10000000001")]
    [InlineData("13888888888")]
    [InlineData("66666666")]
    public void Normalize_WhenDigitsRepeat_KeepsThem(string text) => Normalize(text).ShouldBe(text);

    [Theory]
    [InlineData("  在   吗 ", "在 吗")]
    [InlineData("在\r\n\r\n吗", "在 吗")]
    [InlineData("在\u3000吗\t", "在 吗")]
    [InlineData(" \n ", "")]
    [InlineData("", "")]
    public void Normalize_WhenWhiteSpace_CollapsesIt(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Theory]
    [InlineData("谢谢❤\uFE0F", "谢谢❤")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("👍🏽", "👍🏽")]
    [InlineData("好‍的", "好的")]
    [InlineData("1\uFE0F\u20E3", "1")]
    public void Normalize_WhenEmoji_KeepsItWhole(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Fact]
    public void Normalize_WhenSpacingAccentsDrawAFace_KeepsThem() => Normalize("(´・ω・`)").ShouldBe("(´・ω・`)");

    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("É", "é")]
    [InlineData("\u1100\u1161\u11A8", "각")]
    [InlineData("か\u3099", "が")]
    [InlineData("a\u0323\u0307", "ạ\u0307")]
    public void Normalize_WhenMarksAreApart_Composes(string text, string expected) => Normalize(text).ShouldBe(expected);

    [Fact]
    public void Normalize_WhenNormalAlready_ReturnsTheSameText()
    {
        const string text = "这件衣服,有货吗? 3天";

        Normalize(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void Normalize_WhenMuchLongerThanUsual_WorksAlike()
    {
        var text = string.Concat(Enumerable.Repeat("發貨㎏？", 2000));

        Normalize(text).ShouldBe(string.Concat(Enumerable.Repeat("发货kg?", 2000)));
    }

    [Fact]
    public void Normalize_WhenAnySingleCodePoint_IsNormalAfterwards()
    {
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (codePoint is >= 0xD800 and <= 0xDFFF)
                continue;
            var normal = Normalize(char.ConvertFromUtf32(codePoint));
            if (Normalize(normal) != normal)
                Assert.Fail($"U+{codePoint:X4} changes twice.");
        }
    }

    [Fact]
    public void Normalize_WhenNull_Throws() => Should.Throw<ArgumentNullException>(() => Normalize(null!));

    private static string Normalize(string text) => TextNormalizer.Default.Normalize(text);
}
