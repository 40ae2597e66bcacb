using Microsoft.Extensions.Configuration;
using ReplyBot.Channels;

namespace ReplyBot.Tests.Channels;

public class MessagePaceTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Count_MoreThanTheBurst_SlowsThatConversationDownAlone()
    {
        var pace = Pace(burst: 3, perSecond: 2);
        for (var message = 0; message < 3; message++)
            pace.Count("flooded").ShouldBeNull();
        pace.Count("flooded").ShouldBe(TimeSpan.FromSeconds(0.5));
        pace.Count("neighbour").ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        pace.Count("flooded").ShouldBeNull();
        pace.Count("flooded").ShouldNotBeNull();
    }

    [Fact]
    public void Count_AfterALongSilence_AllowsNoMoreThanTheBurst()
    {
        var pace = Pace(burst: 3, perSecond: 2);
        pace.Count("conversation").ShouldBeNull();
        _clock.Advance(TimeSpan.FromHours(1));
        for (var message = 0; message < 3; message++)
            pace.Count("conversation").ShouldBeNull();
        pace.Count("conversation").ShouldNotBeNull();
    }

    [Fact]
    public void Count_ManyConversations_ForgetsThoseThatFellSilent()
    {
        var pace = Pace(burst: 3, perSecond: 2);
        for (var conversation = 0; conversation < 1000; conversation++)
            pace.Count($"c{conversation}");
        _clock.Advance(TimeSpan.FromSeconds(2));
        pace.Count("another");
        pace.Remembered.ShouldBe(1);
    }

    private MessagePace Pace(int burst, int perSecond) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["RateLimits:MessageBurst"] = $"{burst}",
            ["RateLimits:MessagesPerSecond"] = $"{perSecond}",
        }).Build(),
        _clock);
}
