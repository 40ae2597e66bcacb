using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Metrics;
using ReplyBot.Knowledge.Shop;

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

    [Fact]
    public void Compute_WhereThePlatformIgnoresNotices_ABuyerWhoHeardOnlyHoldOnStillWaits()
    {
        var rules = Rules(new CountingRule(IgnoresAutomatic: false, IgnoresNotices: true));
        var log = new Log().Received("a", 0).Happened("a", 1, ConversationEventKind.HandoffOpened, "bot").Sent("a", 1, "bot", "Notice", "notice.holding")
            .Received("b", 0).Sent("b", 2, "bot", "Notice", "chat.greeting.web");
        var together = log.Compute(rules).Single(row => row is { Served: Served.Together, Shift: null });
        (together.Replies, together.AnswerRatio).ShouldBe((1, 0.5), "small talk that was returned is a reply");
        together.Missed.ShouldBe(["a"]);
        log.Sent("a", 61, "agent-1", "Message").Compute(rules).Single(row => row is { Served: Served.Together, Shift: null }).Response.Count.ShouldBe(2);
    }

    [Fact]
    public void Compute_WhereThePlatformIgnoresTheBot_WhatItAnsweredIsNobodysReplyAndNobodysMiss()
    {
        var together = new Log().Received("a", 0).Sent("a", 1, "bot", "Answer").Received("b", 0)
            .Compute(Rules(new CountingRule(IgnoresAutomatic: true, IgnoresNotices: true))).Single(row => row is { Served: Served.Together, Shift: null });
        (together.Replies, together.BuyerMessages).ShouldBe((0, 2));
        together.Missed.ShouldBe(["b"]);
    }

    [Fact]
    public void Compute_WithShifts_CountsEachByTheTimeAtWhichTheBuyerAsked()
    {
        // The log begins at 17:00 on the shop's clock; the evening shift at 17:00 plus a minute.
        var rules = ClockRules.None with { Shifts = [new Shift("早班", new TimeOnly(9, 0), new TimeOnly(17, 1)), new Shift("晚班", new TimeOnly(17, 1), new TimeOnly(1, 0))] };
        var figures = new Log().Received("a", 0).Sent("a", 2, "bot", "Answer").Received("a", 60).Sent("a", 64, "bot", "Answer").Received("b", 61).Compute(rules)
            .Where(row => row.Served == Served.Together).ToDictionary(row => row.Shift ?? "");
        figures[""].Response.Count.ShouldBe(2);
        (figures["早班"].BuyerMessages, figures["早班"].Response.AverageSeconds, figures["早班"].Missed.Count).ShouldBe((1, 2, 0));
        (figures["晚班"].BuyerMessages, figures["晚班"].Response.AverageSeconds, figures["晚班"].Missed.Count).ShouldBe((2, 4, 1));
    }

    [Fact]
    public void Compute_FromTheSameLogTwice_GivesTheSameFigures()
    {
        var log = new Log().Received("a", 0).Sent("a", 2, "bot", "Answer").Received("b", 3);
        System.Text.Json.JsonSerializer.Serialize(log.Compute()).ShouldBe(System.Text.Json.JsonSerializer.Serialize(log.Compute()));
    }

    private static ClockRules Rules(CountingRule rule) => ClockRules.None with { Channels = new Dictionary<string, CountingRule> { ["web"] = rule } };

    private sealed class Log
    {
        private readonly List<LoggedEvent> _events = [];

        public Log Received(string conversation, double seconds) => Happened(conversation, seconds, ConversationEventKind.Received, "buyer");

        public Log Sent(string conversation, double seconds, string actor, string kind, string script = "") =>
            Happened(conversation, seconds, ConversationEventKind.Sent, actor, new Dictionary<string, string> { ["kind"] = kind, ["script"] = script });

        public Log Happened(string conversation, double seconds, ConversationEventKind kind, string actor, Dictionary<string, string>? detail = null)
        {
            _events.Add(new LoggedEvent(conversation, "web", new ConversationEvent(kind, Start.AddSeconds(seconds), 0, actor, detail ?? [])));
            return this;
        }

        public IReadOnlyList<ServiceFigures> Compute(ClockRules? rules = null) => ServiceClocks.Compute(_events, rules);
    }
}
