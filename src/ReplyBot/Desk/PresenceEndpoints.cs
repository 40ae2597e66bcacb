using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Desk.Live;

namespace ReplyBot.Desk;

/// <summary>Whether an agent takes new buyers at the moment.</summary>
internal static class PresenceEndpoints
{
    public static void Map(IEndpointRouteBuilder desk) => desk.MapPost("/presence", SetAsync);

    private static async Task<IResult> SetAsync(HttpContext http, AgentPresence presence)
    {
        var (request, problem) = await JsonBody.ReadAsync<PresenceRequest>(http);
        if (request is null)
            return problem!;
        if (request.Online is not { } online)
            return Problems.Invalid("online", "必须是 true 或 false / must be true or false");
        presence.Set(http.User.Agent().Id, online);
        return Results.NoContent();
    }
}
