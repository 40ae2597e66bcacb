using ReplyBot.Conversations.Feed;

namespace ReplyBot.Conversations.Tests.Feed;

public class ConversationFeedTests
{
    [Fact]
    public void Announce_ReachesTheWatchersOfThatConversationOnly()
    {
        var feed = new ConversationFeed();
        var (mine, other) = (0, 0);
        using var first = feed.Watch("a", () => mine++);
        using var second = feed.Watch("b", () => other++);
        feed.Announce(new ConversationNews("a"));
        (mine, other).ShouldBe((1, 0));
    }

    [Fact]
    public void Dispose_EndsWatchingAndLeavesOthers()
    {
        var feed = new ConversationFeed();
        var (gone, stays) = (0, 0);
        var first = feed.Watch("a", () => gone++);
        using var second = feed.Watch("a", () => stays++);
        first.Dispose();
        first.Dispose();
        feed.Announce(new ConversationNews("a"));
        (gone, stays).ShouldBe((0, 1));
    }
}
