namespace ReplyBot.Text.Tests;

public class PinyinTests
{
    [Theory]
    [InlineData("还款", "huan kuan")]
    [InlineData("还有多久", "hai you duo jiu")]
    [InlineData("钱还给你", "qian huan gei ni")]
    [InlineData("还款式不错", "hai kuan shi bu cuo")]
    [InlineData("发货", "fa huo")]
    [InlineData("头发", "tou fa")]
    [InlineData("重新发货", "chong xin fa huo")]
    [InlineData("重量", "zhong liang")]
    [InlineData("重拍一单", "chong pai yi dan")]
    [InlineData("了解一下", "liao jie yi xia")]
    [InlineData("好了", "hao le")]
    [InlineData("退不了", "tui bu liao")]
    [InlineData("不了谢谢", "bu le xie xie")]
    [InlineData("银行卡行不行", "yin hang ka xing bu xing")]
    [InlineData("便宜", "pian yi")]
    [InlineData("长胖了裤子不够长", "zhang pang le ku zi bu gou chang")]
    [InlineData("女式绿色旅行包", "nv shi lv se lv xing bao")]
    public void Read_WhenPolyphones_ReadsInContext(string text, string expected) => string.Join(' ', Pinyin.Default.Read(text)).ShouldBe(expected);

    [Fact]
    public void Read_WhenNotChinese_KeepsIt() => Pinyin.Default.Read("a1,好😂").ShouldBe(["a", "1", ",", "hao", "😂", ""]);

    [Fact]
    public void Read_WhenLong_AgreesWithItsParts()
    {
        var read = Pinyin.Default.Read(string.Concat(Enumerable.Repeat("还款,", 200)));

        string.Join(' ', read).ShouldBe(string.Join(' ', Enumerable.Repeat("huan kuan ,", 200)));
    }

    [Theory]
    [InlineData("发货时间", "fhsj")]
    [InlineData("v信", "vx")]
    [InlineData("重新发", "cxf")]
    [InlineData("", "")]
    public void Initials_WhenText_TakesFirstLetters(string text, string expected) => Pinyin.Default.Initials(text).ShouldBe(expected);
}
