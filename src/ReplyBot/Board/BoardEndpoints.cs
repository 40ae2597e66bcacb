using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Metrics;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Desk;
using ReplyBot.Desk.Live;
using ReplyBot.Storage;

namespace ReplyBot.Board;

/// <summary><c>/api/board</c>: who waits, what was promised, who works, and how the day goes.</summary>
internal static class BoardEndpoints
{
    private const int MostWaiting = 500;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var board = endpoints.MapConsoleGroup("/api/board").RequireAuthorization(Policies.Supervisor);
        board.MapGet("", ReadAsync);
        ApprovalEndpoints.Map(board);
    }

    private static async Task<IResult> ReadAsync(
        AgentLoads agentLoads, EventLog log, ForecastReader forecasts, IConversationStore store, ConversationSummaries summaries, AccountStore accounts, PresenceStore presence,
        IServingBase serving, ShopClock shopClock, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // Until a little later than now: what happens meanwhile belongs to today as well.
        var events = await log.ReadAsync(StartOfDay(shopClock.Local(now)), now.AddMinutes(1), cancellation);
        var knowledge = serving.Current.Bundle.Content;
        var rules = ClockRules.Of(knowledge, shopClock);
        var clocks = ServiceClocks.Compute(events, rules);
        var forecast = await forecasts.ReadAsync(events, rules, knowledge, now, cancellation);
        var waiting = await store.ListAsync(ConversationScope.Waiting, null, MostWaiting, cancellation);
        var promises = await store.OpenPromisesAsync(cancellation);
        var loads = await agentLoads.ReadAsync(cancellation);
        var there = await presence.AllAsync(cancellation);
        var agents = (await accounts.ListAsync(cancellation)).Where(account => account.DisabledAt is null && account.Roles.Contains(Roles.Agent));
        return ConsoleJson.Answer(new
        {
            serverTime = now,
            waiting = await summaries.OfAsync(waiting, cancellation),
            promises = new { open = promises.Count, overdue = promises.Count(promise => promise.Deadline < now) },
            agents = agents.Select(account => AgentOnBoard.Of(
                account, there.GetValueOrDefault(account.Id, AgentPresence.Never), now, loads.GetValueOrDefault(account.Id),
                clocks.Where(figures => figures.Shift is null && figures.AgentId == account.Id).Sum(figures => figures.Replies))),
            today = DayFigures.OfAll(events, rules),
            channels = clocks.GroupBy(figures => figures.Channel, StringComparer.Ordinal).Select(channel => ChannelItem.Of(channel, knowledge, forecast.GetValueOrDefault(channel.Key))),
            service = clocks.Select(ServiceItem.Of),
        });
    }

    private static DateTimeOffset StartOfDay(DateTimeOffset local) => new(local.Date, local.Offset);

    /// <summary>An agent on the board.</summary>
    private sealed record AgentOnBoard(
        string Id, string DisplayName, Presence Presence, AwayReason? AwayReason, DateTimeOffset? AwaySince, DateTimeOffset? AwayUntil, int Buyers, int Replies)
    {
        public static AgentOnBoard Of(Account account, AgentPresence there, DateTimeOffset now, int buyers, int replies)
        {
            var away = there.At(now) == Presence.Away ? there : null;
            return new AgentOnBoard(account.Id, account.DisplayName, there.At(now), away?.AwayReason, away?.AwaySince, away?.AwayUntil, buyers, replies);
        }
    }

    /// <summary>A channel's day beside what its platform expects.</summary>
    private sealed record ChannelItem(string Channel, DayFigures Figures, decimal? FirstResponseTarget, decimal? ReplyRateTarget, decimal? ReplyRatioTarget, DayForecast? Forecast)
    {
        public static ChannelItem Of(IGrouping<string, ServiceFigures> clocks, Knowledge.KnowledgeBase knowledge, DayForecast? forecast)
        {
            var expected = knowledge.Platforms.FirstOrDefault(platform => platform.Id == clocks.Key)?.Clock;
            return new ChannelItem(clocks.Key, DayFigures.Of(clocks), expected?.FirstResponseSeconds, expected?.ReplyRateTarget, expected?.AnswerRatioTarget, forecast);
        }
    }
}
