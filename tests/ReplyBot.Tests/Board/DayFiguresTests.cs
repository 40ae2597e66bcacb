using ReplyBot.Board;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Metrics;

namespace ReplyBot.Tests.Board;

public class DayFiguresTests
{
    private static readonly DateTimeOffset Nine = new(2026, 6, 15, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void OfAll_TakesTheChannelsTogether()
    {
        var figures = DayFigures.OfAll(
        [
            Event("c1", "web", 0, ConversationEventKind.Received, "buyer"), Event("c1", "web", 2, ConversationEventKind.Sent, "bot", "Answer"),
            Event("c2", "jd", 0, ConversationEventKind.Received, "buyer"), Event("c2", "jd", 1, ConversationEventKind.HandoffOpened, "bot"),
            Event("c2", "jd", 3, ConversationEventKind.Assigned, "lin"), Event("c2", "jd", 61, ConversationEventKind.Sent, "lin", "Message"),
            Event("c3", "jd", 0, ConversationEventKind.Received, "buyer"), Event("c3", "jd", 1, ConversationEventKind.HandoffOpened, "bot"),
        ]);

        (figures.Buyers, figures.Replied, figures.Received, figures.Sent, figures.Handoffs).ShouldBe((3, 2, 3, 2, 2));
        (figures.ReplyRate, figures.HumanReplyRate, figures.ReplyRatio).ShouldBe((0.6667, 0.5, 0.6667));
        figures.FirstResponse.ShouldBe(new ResponseTimes(2, 2, 61));
        figures.HumanResponse.ShouldBe(new ResponseTimes(1, 60, 60));
    }

    [Fact]
    public void OfAll_WhenNothingHappened_KnowsNoRates()
    {
        var figures = DayFigures.OfAll([]);
        (figures.Buyers, figures.ReplyRate, figures.HumanReplyRate, figures.ReplyRatio, figures.FirstResponse.MedianSeconds).ShouldBe((0, null, null, null, null));
    }

    private static LoggedEvent Event(string conversation, string channel, int second, ConversationEventKind kind, string actor, string? sent = null) =>
        new(conversation, channel, new ConversationEvent(kind, Nine.AddSeconds(second), 1, actor, sent is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["kind"] = sent }));
}
