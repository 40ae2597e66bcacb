using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Metrics;

namespace ReplyBot.Conversations.Tests.Metrics;

public class ServiceClocksTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Compute_WhenTheBotAnswers_CountsItForTheBotAndNotForPeople()
    {
        var log = new Log().Received("a", 0).Sent("a", 2, "bot", "Answer").Received("a", 10).Sent("a", 14, "bot", "Answer");
        var figures = log.Compute();
        var bot = figures.Single(row => row.Served == Served.Bot);
        (bot.BuyerMessages, bot.Replies, bot.ReplyRate, bot.AnswerRatio).ShouldBe((2, 2, 1.0, 1.0));
        bot.FirstResponse.ShouldBe(new DurationSummary(1, 2, 2, 2));
        bot.Response.ShouldBe(new DurationSummary(2, 3, 2, 4));
        figures.Single(row => row.Served == Served.Human).BuyerMessages.ShouldBe(0);
    }

    [Fact]
    public void Compute_WhenABurstIsAnswered_CountsFromItsFirstMessage() =>
        new Log().Received("a", 0).Received("a", 3).Sent("a", 5, "bot", "Answer").Compute()
            .Single(row => row.Served == Served.Together).Response.ShouldBe(new DurationSummary(1, 5, 5, 5));

    [Fact]
    public void Compute_AfterAHandoff_RunsThePeoplesClockFromThereAndTheAgentsFromTheAssignment()
    {
        var figures = new Log().Received("a", 0).Happened("a", 1, ConversationEventKind.HandoffOpened, "bot").Sent("a", 1, "bot", "Notice")
            .Happened("a", 21, ConversationEventKind.Assigned, "agent-1").Sent("a", 31, "agent-1", "Message").Compute();
        figures.Single(row => row is { Served: Served.Human, AgentId: null }).FirstResponse.AverageSeconds.ShouldBe(30);
        figures.Single(row => row.AgentId == "agent-1").FirstResponse.AverageSeconds.ShouldBe(10);
        figures.Single(row => row.Served == Served.Together).FirstResponse.AverageSeconds.ShouldBe(1, "the holding reply is a reply to platforms that count automatic ones");
    }

    [Fact]
    public void Compute_WhenAReassuranceIsSent_CountsNoReply()
    {
        var human = new Log().Received("a", 0).Happened("a", 1, ConversationEventKind.HandoffOpened, "bot").Sent("a", 1, "bot", "Notice").Sent("a", 601, "bot", "Notice").Compute();
        human.Single(row => row.Served == Served.Together).Replies.ShouldBe(1);
        human.Single(row => row.Served == Served.Human).Missed.ShouldBe(["a"]);
    }

    [Fact]
    public void Compute_WhenSomeoneIsLeftUnanswered_NamesTheConversationAndCountsTheRate()
    {
        var together = new Log().Received("a", 0).Sent("a", 1, "bot", "Answer").Received("b", 5).Received("c", 6).Sent("c", 7, "bot", "Answer").Received("c", 8)
            .Compute().Single(row => row.Served == Served.Together);
        together.Missed.ShouldBe(["b", "c"]);
        together.ReplyRate.ShouldBe(1 / 3.0, 0.0001);
    }

    [Fact]
    public void Compute_WhenTheBuyerIsGivenToAColleague_StopsTheFirstAgentsClock()
    {
        var figures = new Log().Received("a", 0).Happened("a", 1, ConversationEventKind.HandoffOpened, "bot")
            .Happened("a", 2, ConversationEventKind.Assigned, "agent-1").Happened("a", 5, ConversationEventKind.Transferred, "agent-1")
            .Happened("a", 5, ConversationEventKind.Assigned, "agent-2").Sent("a", 9, "agent-2", "Message").Compute();
        figures.Single(row => row.AgentId == "agent-1").Missed.ShouldBeEmpty();
        figures.Single(row => row.AgentId == "agent-2").FirstResponse.AverageSeconds.ShouldBe(4);
    }

    private sealed class Log
    {
        private readonly List<LoggedEvent> _events = [];

        public Log Received(string conversation, double seconds) => Happened(conversation, seconds, ConversationEventKind.Received, "buyer");

        public Log Sent(string conversation, double seconds, string actor, string kind) =>
            Happened(conversation, seconds, ConversationEventKind.Sent, actor, new Dictionary<string, string> { ["kind"] = kind });

        public Log Happened(string conversation, double seconds, ConversationEventKind kind, string actor, Dictionary<string, string>? detail = null)
        {
            _events.Add(new LoggedEvent(conversation, "web", new ConversationEvent(kind, Start.AddSeconds(seconds), 0, actor, detail ?? [])));
            return this;
        }

        public IReadOnlyList<ServiceFigures> Compute() => ServiceClocks.Compute(_events);
    }
}
