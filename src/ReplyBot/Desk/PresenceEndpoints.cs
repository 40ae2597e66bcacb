using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Bulletins;
using ReplyBot.Desk.Live;

namespace ReplyBot.Desk;

/// <summary>Whether an agent takes new buyers at the moment.</summary>
internal static class PresenceEndpoints
{
    public static void Map(IEndpointRouteBuilder desk) => desk.MapPost("/presence", SetAsync);

    private static async Task<IResult> SetAsync(HttpContext http, AgentPresence presence, BulletinStore bulletins)
    {
        var (request, problem) = await JsonBody.ReadAsync<PresenceRequest>(http);
        if (request is null)
            return problem!;
        if (request.Online is not { } online)
            return Problems.Invalid("online", "必须是 true 或 false / must be true or false");
        var agent = http.User.Agent().Id;
        if (online && await bulletins.HasUnreadAsync(agent, http.RequestAborted))
            return Problems.Of(StatusCodes.Status409Conflict, "有未读的平台规则公告，确认后才能上线", "There are bulletins to be read before going online.");
        presence.Set(agent, online);
        return Results.NoContent();
    }
}
