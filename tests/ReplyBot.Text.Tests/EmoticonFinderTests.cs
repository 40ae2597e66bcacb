namespace ReplyBot.Text.Tests;

public class EmoticonFinderTests
{
    [Theory]
    [InlineData("怎么还没到😡", "😡", EmoticonFeeling.Angry)]
    [InlineData("谢谢(^_^)", "(^_^)", EmoticonFeeling.Happy)]
    [InlineData("碎了T_T", "t_t", EmoticonFeeling.Sad)]
    [InlineData("（╥﹏╥）", "(╥_╥)", EmoticonFeeling.Sad)]
    [InlineData("(╯°□°)╯︵┻━┻ 退钱", "(╯°□°)╯(┻━┻", EmoticonFeeling.Angry)]
    [InlineData("好的[玫瑰]", "[玫瑰]", EmoticonFeeling.Loving)]
    [InlineData("-_-|||||", "-_-||", EmoticonFeeling.Helpless)]
    [InlineData("hhhhhh", "hhh", EmoticonFeeling.Happy)]
    [InlineData("收到(๑•ᴗ•๑)", "(๑•ᴗ•๑)", EmoticonFeeling.None)]
    [InlineData("发📦了", "📦", EmoticonFeeling.None)]
    public void Find_WhenOneEmoticon_TellsWhatItShows(string text, string sign, EmoticonFeeling feeling)
    {
        var normalized = TextNormalizer.Default.Normalize(text);

        var found = EmoticonFinder.Default.Find(normalized).ShouldHaveSingleItem();

        normalized.Substring(found.Start, found.Length).ShouldBe(sign);
        found.Feeling.ShouldBe(feeling);
    }

    [Theory]
    [InlineData("黑色(加绒)有吗")]
    [InlineData("(3)")]
    [InlineData("满300-30,到手59.9元")]
    [InlineData("单号155557")]
    [InlineData("(a/b)")]
    public void Find_WhenPlainText_FindsNothing(string text) => EmoticonFinder.Default.Find(TextNormalizer.Default.Normalize(text)).ShouldBeEmpty();

    [Fact]
    public void Find_WhenSeveral_GivesThemInOrder() =>
        EmoticonFinder.Default.Find("😭在吗😂😂").Select(emoticon => emoticon.Start).ShouldBe([0, 4, 6]);
}
