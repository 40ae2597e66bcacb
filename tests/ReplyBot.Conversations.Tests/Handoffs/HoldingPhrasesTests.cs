using ReplyBot.Conversations.Handoffs;

namespace ReplyBot.Conversations.Tests.Handoffs;

public class HoldingPhrasesTests
{
    [Theory]
    [InlineData("亲，稍等一下哦")]
    [InlineData("我帮您查一下哈")]
    [InlineData("马上帮您查～")]
    public void Holds_WhenOnlyWaitingIsAskedFor_IsTrue(string text) => HoldingPhrases.Holds(text).ShouldBeTrue();

    [Theory]
    [InlineData("您的包裹今天下午到嘉兴中转站，预计明天送到")]
    [InlineData("让您稍等了，刚刚问过仓库，您这单今天下午四点前发出，发出后单号会更新在订单页里")]
    public void Holds_WhenSomethingIsSaid_IsFalse(string text) => HoldingPhrases.Holds(text).ShouldBeFalse();
}
