using ReplyBot.Conversations.Handoffs;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Platforms;

namespace ReplyBot.Conversations.Tests.Handoffs;

public class OfficeHoursTests
{
    [Theory]
    [InlineData("09:00-23:00", 9, true)]
    [InlineData("09:00-23:00", 8, false)]
    [InlineData("09:00-23:00", 23, false)]
    [InlineData("22:00-06:00", 2, true)]
    [InlineData("全天", 3, true)]
    public void IsOpen_AtAnHour_FollowsTheServiceClock(string hours, int hour, bool open)
    {
        var knowledge = new KnowledgeBase { Platforms = [new Platform("web", ["web"], [], [], [], [], [], [], new ServiceClock(null, null, null, null, hours))] };
        OfficeHours.IsOpen(knowledge, "web", new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.FromHours(8))).ShouldBe(open);
    }

    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(3, 9, 0)]
    [InlineData(23, 9, 1)]
    public void OpenFrom_AtAnHour_IsNowOrTheNextOpening(int hour, int opensAt, int daysLater)
    {
        var knowledge = new KnowledgeBase { Platforms = [new Platform("web", ["web"], [], [], [], [], [], [], new ServiceClock(null, null, null, null, "09:00-23:00"))] };
        OfficeHours.OpenFrom(knowledge, "web", new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.FromHours(8)))
            .ShouldBe(new DateTimeOffset(2026, 1, 1, opensAt, 0, 0, TimeSpan.FromHours(8)).AddDays(daysLater));
    }

    [Fact]
    public void IsOpen_OnAChannelWithoutAPlatform_IsTrue() => OfficeHours.IsOpen(new KnowledgeBase(), "msteams", DateTimeOffset.UnixEpoch).ShouldBeTrue();
}
