namespace ReplyBot.Text.Tests;

public class PhraseMatcherTests
{
    private static readonly PhraseMatcher<int> Platforms = new(
        [("淘宝", 1), ("微信", 2), ("QQ", 3), ("京东", 4), ("JD", 5)], PhraseMatching.TextAndPinyin);

    [Theory]
    [InlineData("去淘宝买", 1, "淘宝", false)]
    [InlineData("去掏宝买", 1, "掏宝", true)]
    [InlineData("加v信", 2, "v信", true)]
    [InlineData("我的weixin", 2, "weixin", true)]
    [InlineData("加wei信", 2, "wei信", true)]
    [InlineData("jiaweixin", 2, "weixin", true)]
    [InlineData("加威信", 2, "威信", true)]
    [InlineData("扣扣多少", 3, "扣扣", true)]
    [InlineData("qq多少", 3, "qq", false)]
    [InlineData("jd上更便宜", 5, "jd", false)]
    public void Find_WhenPhraseIsWrittenOrHeard_SeesIt(string text, int value, string part, bool byPinyin) =>
        Platforms.Find(text).ShouldContain(new PhraseMatch<int>(text.IndexOf(part, StringComparison.Ordinal), part.Length, value, byPinyin));

    [Theory]
    [InlineData("专为新生儿设计")]
    [InlineData("为新品打折")]
    [InlineData("请adjust一下")]
    [InlineData("什么时候发货")]
    [InlineData("微,信")]
    public void Find_WhenOnlyPartsOfOtherWords_SeesNothing(string text)
    {
        Platforms.Find(text).ShouldBeEmpty();
        Platforms.Any(text).ShouldBeFalse();
    }

    [Fact]
    public void Find_WhenTextOnly_DoesNotListen() =>
        new PhraseMatcher<int>([("淘宝", 1)], PhraseMatching.Text).Find("掏宝").ShouldBeEmpty();

    [Fact]
    public void Find_WhenOneSyllable_DoesNotListen() =>
        new PhraseMatcher<int>([("假", 1)], PhraseMatching.TextAndPinyin).Find("加价").ShouldBeEmpty();

    [Fact]
    public void Find_WhenPhrasesOverlap_GivesAllInOrderOfTheirEnds() =>
        new PhraseMatcher<string>([("发货", "发货"), ("发货时间", "发货时间"), ("货时", "货时"), ("时间", "时间")], PhraseMatching.Text)
            .Find("发货时间").Select(match => match.Value).ShouldBe(["发货", "货时", "发货时间", "时间"]);

    [Fact]
    public void Find_WhenPhrasesAreEqual_GivesEach() =>
        new PhraseMatcher<int>([("發貨", 1), ("发货", 2), ("", 3)], PhraseMatching.TextAndPinyin).Find("发货").Select(match => match.Value).ShouldBe([1, 2]);

    [Fact]
    public void Find_WhenHomophonesAreBothPhrases_SaysWhichIsWritten() =>
        new PhraseMatcher<string>([("淘宝", "a"), ("掏宝", "b")], PhraseMatching.TextAndPinyin).Find("淘宝")
            .ShouldBe([new PhraseMatch<string>(0, 2, "a", false), new PhraseMatch<string>(0, 2, "b", true)]);

    [Fact]
    public void Find_WhenTextIsLong_StillHears()
    {
        var text = new string('好', 500) + "掏宝";

        Platforms.Find(text).ShouldHaveSingleItem().Start.ShouldBe(500);
    }

    [Fact]
    public void Any_WhenNoPhrases_IsFalse() => new PhraseMatcher<int>([], PhraseMatching.TextAndPinyin).Any("发货").ShouldBeFalse();
}
