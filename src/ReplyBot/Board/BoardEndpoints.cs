using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Desk;
using ReplyBot.Desk.Live;

namespace ReplyBot.Board;

/// <summary><c>/api/board</c>: who waits, what was promised, who works, and how the day goes.</summary>
internal static class BoardEndpoints
{
    private const int MostWaiting = 500;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapConsoleGroup("/api/board").RequireAuthorization(Policies.Supervisor).MapGet("", ReadAsync);

    private static async Task<IResult> ReadAsync(
        BoardStore board, IConversationStore store, ConversationSummaries summaries, AccountStore accounts, AgentPresence presence, DeskLines lines,
        IServingBase serving, ShopClock shopClock, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var events = await board.EventsAsync(StartOfDay(shopClock.Local(now)), cancellation);
        var waiting = await store.ListAsync(ConversationScope.Waiting, null, MostWaiting, cancellation);
        var promises = await store.OpenPromisesAsync(cancellation);
        return ConsoleJson.Answer(new
        {
            serverTime = now,
            waiting = await summaries.OfAsync(waiting, cancellation),
            promises = new { open = promises.Count, overdue = promises.Count(promise => promise.Deadline < now) },
            agents = await AgentsAsync(board, accounts, presence, lines, events, cancellation),
            today = DayFigures.Of(events),
            channels = events.GroupBy(happened => happened.Channel, StringComparer.Ordinal).OrderBy(channel => channel.Key, StringComparer.Ordinal)
                .Select(channel => ChannelItem.Of(channel, serving.Current.Bundle.Content)),
        });
    }

    private static async Task<IEnumerable<AgentItem>> AgentsAsync(
        BoardStore board, AccountStore accounts, AgentPresence presence, DeskLines lines, IReadOnlyList<DayEvent> events, CancellationToken cancellation)
    {
        var loads = (await board.LoadsAsync(cancellation)).ToDictionary(load => load.AgentId, load => load.Buyers, StringComparer.Ordinal);
        var replies = events.Where(happened => happened.IsReply && happened.ByAgent).CountBy(happened => happened.Actor).ToDictionary(StringComparer.Ordinal);
        return (await accounts.ListAsync(cancellation))
            .Where(account => account.DisabledAt is null && account.Roles.Contains(Roles.Agent))
            .Select(account => new AgentItem(
                account.Id, account.DisplayName,
                presence.IsOnline(account.Id) ? "online" : lines.IsConnected(account.Id) ? "away" : "offline",
                loads.GetValueOrDefault(account.Id), replies.GetValueOrDefault(account.Id)));
    }

    private static DateTimeOffset StartOfDay(DateTimeOffset local) => new(local.Date, local.Offset);

    /// <summary>An agent on the board.</summary>
    private sealed record AgentItem(string Id, string DisplayName, string Presence, int Buyers, int Replies);

    /// <summary>A channel's day beside what its platform expects.</summary>
    private sealed record ChannelItem(string Channel, DayFigures Figures, decimal? FirstResponseTarget, decimal? ReplyRateTarget, decimal? ReplyRatioTarget)
    {
        public static ChannelItem Of(IGrouping<string, DayEvent> events, Knowledge.KnowledgeBase knowledge)
        {
            var expected = knowledge.Platforms.FirstOrDefault(platform => platform.Id == events.Key)?.Clock;
            return new ChannelItem(events.Key, DayFigures.Of(events), expected?.FirstResponseSeconds, expected?.ReplyRateTarget, expected?.AnswerRatioTarget);
        }
    }
}
