using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Bulletins;
using ReplyBot.Desk.Live;

namespace ReplyBot.Desk;

/// <summary>Whether agents take new buyers at the moment, and to whom a buyer can be given.</summary>
internal static class PresenceEndpoints
{
    /// <summary>The longest break that ends by itself, in seconds.</summary>
    private const int LongestBreak = 4 * 60 * 60;

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/presence", ReadAsync);
        desk.MapPost("/presence", SetAsync);
        desk.MapGet("/colleagues", ColleaguesAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, PresenceStore presence, TimeProvider clock) =>
        ConsoleJson.Answer(PresenceItem.Of(await presence.FindAsync(http.User.AccountId()!, http.RequestAborted), clock.GetUtcNow()));

    private static async Task<IResult> SetAsync(HttpContext http, PresenceStore presence, BulletinStore bulletins, DeskLines lines, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<PresenceRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.Online is null)
            errors.Add("online", "必须是 true 或 false / must be true or false");
        if (request.Seconds is <= 0 or > LongestBreak)
            errors.Add("seconds", $"须在 1 到 {LongestBreak} 之间 / must be from 1 to {LongestBreak}");
        if (errors.Any)
            return Problems.Invalid(errors);
        var agent = http.User.AccountId()!;
        if (request.Online == true && await bulletins.HasUnreadAsync(agent, http.RequestAborted))
            return Problems.Of(StatusCodes.Status409Conflict, "有未读的平台规则公告，确认后才能上线", "There are bulletins to be read before going online.");
        if (request.Online == true)
            await presence.ComeBackAsync(agent, http.RequestAborted);
        else
            await presence.LeaveAsync(agent, request.Reason ?? AwayReason.Break, request.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, http.RequestAborted);
        lines.Post(new DeskNews("presenceChanged", new { agentId = agent }));
        return ConsoleJson.Answer(PresenceItem.Of(await presence.FindAsync(agent, http.RequestAborted), clock.GetUtcNow()));
    }

    /// <summary>Everybody else who talks with buyers, those who take new ones first.</summary>
    private static async Task<IResult> ColleaguesAsync(HttpContext http, AccountStore accounts, PresenceStore presence, AgentLoads loads, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var there = await presence.AllAsync(http.RequestAborted);
        var buyers = await loads.ReadAsync(http.RequestAborted);
        var items = (await accounts.ListAsync(http.RequestAborted))
            .Where(account => account.DisabledAt is null && account.Id != http.User.AccountId() && account.Roles.Contains(Roles.Agent))
            .Select(account => new ColleagueItem(account.Id, account.DisplayName, there.GetValueOrDefault(account.Id, AgentPresence.Never).At(now), buyers.GetValueOrDefault(account.Id)))
            .OrderByDescending(colleague => colleague.Presence).ThenBy(colleague => colleague.Buyers).ThenBy(colleague => colleague.DisplayName, StringComparer.Ordinal);
        return ConsoleJson.Answer(new { items });
    }

    private sealed record ColleagueItem(string Id, string DisplayName, Presence Presence, int Buyers);
}
