using ReplyBot.Accounts.Http;
using ReplyBot.Audit;

namespace ReplyBot.Accounts;

/// <summary>Where somebody is signed in: everybody sees and ends their own sessions, supervisors all. What is ended is over at once.</summary>
internal static class SessionListEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var own = endpoints.MapConsoleGroup("/api/account/sessions").RequireAuthorization(Policies.SignedIn);
        own.MapGet("", ListOwnAsync);
        own.MapPost("/{id}/end", EndOwnAsync);
        var all = endpoints.MapConsoleGroup("/api/accounts/sessions").RequireAuthorization(Policies.Supervisor);
        all.MapGet("", ListAllAsync);
        all.MapPost("/{id}/end", EndAnyAsync);
    }

    private static async Task<IResult> ListOwnAsync(HttpContext http, SessionStore sessions, AccountStore accounts) =>
        await ListAsync(http, await sessions.ListAsync(http.User.AccountId(), http.RequestAborted), accounts);

    private static async Task<IResult> ListAllAsync(HttpContext http, SessionStore sessions, AccountStore accounts) =>
        await ListAsync(http, await sessions.ListAsync(accountId: null, http.RequestAborted), accounts);

    private static async Task<IResult> ListAsync(HttpContext http, IReadOnlyList<OpenSession> sessions, AccountStore accounts)
    {
        var names = (await accounts.ListAsync(http.RequestAborted)).ToDictionary(account => account.Id, account => account.DisplayName);
        return ConsoleJson.Answer(new { items = sessions.Select(session => SessionItem.Of(session, names[session.AccountId], session.Id == http.User.SessionId())) });
    }

    private static Task<IResult> EndOwnAsync(HttpContext http, string id, SessionStore sessions, AuditLog audit) => EndAsync(http, id, http.User.AccountId(), sessions, audit);

    private static Task<IResult> EndAnyAsync(HttpContext http, string id, SessionStore sessions, AuditLog audit) => EndAsync(http, id, accountId: null, sessions, audit);

    private static async Task<IResult> EndAsync(HttpContext http, string id, string? accountId, SessionStore sessions, AuditLog audit)
    {
        if (await sessions.EndAsync(id, accountId, http.RequestAborted) is not { } owner)
            return Problems.NotFound("没有这个登录", "There is no such session, or it is over.");
        await audit.WriteAsync(http.User.AccountId()!, AuditActions.SessionEnded, owner, "", http.RequestAborted);
        return Results.NoContent();
    }
}
