using ReplyBot.Board;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Board;

public class DayFiguresTests
{
    private static readonly DateTimeOffset Nine = new(2026, 6, 15, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_CountsRepliesAndTellsHoldingFromReplying()
    {
        var figures = DayFigures.Of(
        [
            Received("c1", 0), Sent("c1", 2, "bot", MessageKind.Answer),
            Received("c2", 0), HandedOver("c2", 1), Sent("c2", 1, "bot", MessageKind.Notice), Received("c2", 5), Sent("c2", 61, "lin", MessageKind.Message),
            Received("c3", 0), HandedOver("c3", 1), Sent("c3", 1, "bot", MessageKind.Notice),
        ]);

        (figures.Buyers, figures.Replied, figures.Received, figures.Sent, figures.Handoffs).ShouldBe((3, 2, 4, 4, 2));
        figures.ReplyRate.ShouldBe(0.6667);
        figures.ReplyRatio.ShouldBe(1);
        figures.FirstResponse.ShouldBe(new ResponseTimes(2, 2, 61));
        figures.HumanResponse.ShouldBe(new ResponseTimes(1, 60, 60));
    }

    [Fact]
    public void Of_WhenNothingHappened_HasNoRates()
    {
        var figures = DayFigures.Of([]);
        (figures.ReplyRate, figures.ReplyRatio, figures.FirstResponse.MedianSeconds).ShouldBe((null, null, null));
    }

    [Fact]
    public void Of_WhenAReplyAnswersYesterday_CountsNoBuyerOfToday()
    {
        var figures = DayFigures.Of([Sent("c1", 3, "lin", MessageKind.Message)]);
        (figures.Buyers, figures.Sent, figures.ReplyRate).ShouldBe((0, 1, null));
    }

    private static DayEvent Received(string id, int second) => new(id, "web", ConversationEventKind.Received, Nine.AddSeconds(second), "buyer", null);

    private static DayEvent Sent(string id, int second, string actor, MessageKind kind) => new(id, "web", ConversationEventKind.Sent, Nine.AddSeconds(second), actor, kind);

    private static DayEvent HandedOver(string id, int second) => new(id, "web", ConversationEventKind.HandoffOpened, Nine.AddSeconds(second), "bot", null);
}
