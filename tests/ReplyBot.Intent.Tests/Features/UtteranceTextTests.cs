using ReplyBot.Intent.Features;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Features;

public sealed class UtteranceTextTests
{
    [Theory]
    [InlineData("降了30块", "\u0002降了0块\u0002")]
    [InlineData("订单202611210001到哪了", "\u0002订单\u0003到哪了\u0002")]
    [InlineData("降了[数字x]块", "\u0002降了0块\u0002")]
    [InlineData("[订单x]到哪了", "\u0002\u0003到哪了\u0002")]
    [InlineData("寄到[地址x][姓名x]收", "\u0002寄到收\u0002")]
    [InlineData("[图片]这个", "\u0002[图片]这个\u0002")]
    [InlineData("[x]", "\u0002[x]\u0002")]
    public void Prepare_ReadsNumbersAndMaskedValuesAlike(string text, string prepared) => UtteranceText.Prepare(text).ShouldBe(prepared);

    [Fact]
    public void Prepare_WhenNumbersAreShortened_KeepsWhereCharactersCameFrom()
    {
        var message = UtteranceText.Prepare(TextNormalizer.Default.NormalizeWithOffsets("降了300块"));
        message.Text.ShouldBe("\u0002降了0块\u0002");
        message.Offsets.ShouldBe([0, 0, 1, 2, 5, 6, 6]);
    }
}
