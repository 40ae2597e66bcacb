namespace ReplyBot.Text.Tests;

public class SegmenterTests
{
    [Theory]
    [InlineData("我昨天已经还款了怎么还有欠款", "我|昨天|已经|还款|了|怎么|还有|欠款")]
    [InlineData("什么时候发货", "什么|时候|发货")]
    [InlineData("能便宜点吗", "能|便宜|点|吗")]
    [InlineData("研究生命起源", "研究|生命|起源")]
    public void Segment_WhenDictionaryWords_TakesTheMostProbableCut(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("他来到了网易杭研大厦", "他|来到|了|网易|杭研|大厦")]
    [InlineData("小明硕士毕业", "小明|硕士|毕业")]
    public void Segment_WhenUnknownWord_AsksTheModel(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("我要改下地址", "我|要|改|下|地址")]
    [InlineData("这款包邮吗", "这|款|包邮|吗")]
    [InlineData("快递单号发我下", "快递|单号|发|我|下")]
    [InlineData("运费险没到账", "运费险|没|到|账")]
    public void Segment_WhenBuyersTalk_KeepsGrammarApartAndShopWordsWhole(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("sf1234567890123到哪了", "sf1234567890123|到|哪|了")]
    [InlineData("t恤xl码59.90元", "t恤|xl|码|59.90|元")]
    [InlineData("打20%折", "打|20%|折")]
    [InlineData("iphone15 pro", "iphone15| |pro")]
    [InlineData("café很好", "café|很|好")]
    [InlineData("3.给我", "3|.|给|我")]
    public void Segment_WhenLettersAndDigits_KeepsNumbersAndNamesWhole(string text, string expected) => Cut(text).ShouldBe(expected);

    [Theory]
    [InlineData("好了??好", "好|了|??|好")]
    [InlineData("😂😂👨‍👩‍👧", "😂|😂|👨‍👩‍👧")]
    [InlineData("👍🏽👍", "👍🏽|👍")]
    [InlineData("𠮷野", "𠮷|野")]
    public void Segment_WhenMarksAndEmoji_CutsEachByItself(string text, string expected) => Cut(text).ShouldBe(expected);

    [Fact]
    public void Segment_WhenShopTerm_PrefersIt()
    {
        var shop = new Segmenter(["冰丝阔腿裤", "Type-C", "發財樹"]);

        Cut("冰丝阔腿裤还有吗", shop).ShouldBe("冰丝阔腿裤|还有|吗");
        Cut("type-c口的", shop).ShouldBe("type-c|口|的");
        Cut("发财树好养吗", shop).ShouldStartWith("发财树|");
    }

    [Fact]
    public void Segment_WhenShopTermIsInsideANumber_DoesNotCutIt() => Cut("型号123456", new Segmenter(["234"])).ShouldBe("型号|123456");

    [Fact]
    public void Segment_WhenSpanIsTooShort_Throws() =>
        Should.Throw<ArgumentException>(() => Segmenter.Default.Segment("发货", new Token[1].AsSpan()));

    [Fact]
    public void Segment_WhenEmpty_GivesNothing() => Segmenter.Default.Segment("").ShouldBeEmpty();

    [Fact]
    public void Segment_WhenLong_AgreesWithItsParts()
    {
        var text = string.Concat(Enumerable.Repeat("什么时候发货,", 100));

        Cut(text).ShouldBe(string.Join('|', Enumerable.Repeat("什么|时候|发货|,", 100)));
    }

    [Fact]
    public void Segment_WhenIntoSpan_AllocatesNothing()
    {
        var tokens = new Token[64];
        const string text = "这件衣服杭研小明什么时候发货??😂 sf123";
        Segmenter.Default.Segment(text, tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            Segmenter.Default.Segment(text, tokens);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static string Cut(string text, Segmenter? segmenter = null) => string.Join(
        '|', (segmenter ?? Segmenter.Default).Segment(text).Select(token => text.Substring(token.Start, token.Length)));
}
