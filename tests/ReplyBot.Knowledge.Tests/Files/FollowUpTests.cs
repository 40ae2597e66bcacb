using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Files;

public class FollowUpTests
{
    [Theory]
    [InlineData("30m", 30)]
    [InlineData("24h", 1440)]
    [InlineData("7d", 10080)]
    [InlineData("90m", 90)]
    public void ParseDelay_WhenWrittenByDelay_GivesTheSame(string text, int minutes)
    {
        FollowUp.ParseDelay(text).ShouldBe(TimeSpan.FromMinutes(minutes));
        FollowUp.ParseDelay(new FollowUp(TimeSpan.FromMinutes(minutes), "a").Delay).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("24")]
    [InlineData("1.5h")]
    [InlineData("99999d")]
    public void ParseDelay_WhenItIsNone_GivesNothing(string text) => FollowUp.ParseDelay(text).ShouldBeNull();
}
