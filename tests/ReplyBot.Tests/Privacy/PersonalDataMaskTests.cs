using ReplyBot.Conversations.Privacy;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Tests.Privacy;

public class PersonalDataMaskTests
{
    [Theory]
    [InlineData("电话13912345678，谢谢", "电话****78，谢谢")]
    [InlineData("139 1234 5678", "****78")]
    [InlineData("139-1234-5678", "****78")]
    [InlineData("+86 13912345678", "+****78")]
    [InlineData("１３９１２３４５６７８", "****７８")]
    [InlineData("座机0571-88886666", "座机****66")]
    [InlineData("身份证11010519491231002X好", "身份证****2X好")]
    [InlineData("110105 19491231 002x", "****2x")]
    [InlineData("旧证110105491231002", "旧证****02")]
    [InlineData("卡号4111 1111 1111 1111", "卡号****11")]
    [InlineData("6222021234567890123", "****23")]
    [InlineData("两个13912345678和13712345679", "两个****78和****79")]
    [InlineData("单20260601 电话13912345678", "单20260601 电话****78")]
    public void Of_WhenANumberIsPersonal_LeavesItsEnd(string text, string masked) => PersonalDataMask.Of(text).ShouldBe(masked);

    [Theory]
    [InlineData("")]
    [InlineData("什么时候发货")]
    [InlineData("单号20260601001到哪了")]
    [InlineData("2026-06-01 12:30")]
    [InlineData("身高175体重65")]
    [InlineData("99.50元 12345678")]
    public void Of_WhenNothingIsPersonal_LeavesTheText(string text) => PersonalDataMask.Of(text).ShouldBe(text);

    [Fact]
    public void Of_WhenReadingFoundAnAddressAndAName_TakesThemOut()
    {
        const string Text = "寄到浙江省杭州市西湖路1号，王小明收，13912345678";
        var read = new Understanding(Text, new IntentPrediction([new ScoredIntent("x", 1)], 1), [], Emotion.Neutral,
            [new Slot(SlotKind.Address, 2, 11, "浙江省杭州市西湖路1号"), new Slot(SlotKind.PersonName, 14, 3, "王小明")], [], []);
        PersonalDataMask.Of(read).ShouldBe("寄到****，****收，****78");
    }

    [Fact]
    public void Of_WhenMaskedAlready_ChangesNothing()
    {
        var once = PersonalDataMask.Of("电话13912345678卡6222021234567890123");
        PersonalDataMask.Of(once).ShouldBe(once);
    }
}
