using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ReplyBot.Conversations.Desk;

namespace ReplyBot.Accounts;

/// <summary>A signed-in browser. Its cookie names the session; who that is and what they may do is looked up at every request.</summary>
public static class Session
{
    public const string CookieName = "replybot-desk";
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string IdClaim = "session";

    /// <summary>Signs the browser in; the rest of the request counts as signed in too. A session that it had before is over.</summary>
    public static async Task BeginAsync(HttpContext http, Account account)
    {
        var sessions = http.RequestServices.GetRequiredService<SessionStore>();
        if (http.User.SessionId() is { } before)
            await sessions.EndAsync(before, accountId: null, http.RequestAborted);
        var id = await sessions.BeginAsync(account.Id, http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString(), http.RequestAborted);
        http.User = Of(account, id);
        await http.SignInAsync(Scheme, http.User);
    }

    /// <summary>Signs the browser out.</summary>
    public static async Task EndAsync(HttpContext http)
    {
        if (http.User.SessionId() is { } id)
            await http.RequestServices.GetRequiredService<SessionStore>().EndAsync(id, accountId: null, http.RequestAborted);
        await http.SignOutAsync(Scheme);
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
    }

    /// <summary>Somebody signed in.</summary>
    public static ClaimsPrincipal Of(Account account, string sessionId) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id),
                new Claim(ClaimTypes.Name, account.DisplayName),
                new Claim(IdClaim, sessionId),
                .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            Scheme));

    /// <summary>The account's id, or null where nobody is signed in.</summary>
    public static string? AccountId(this ClaimsPrincipal? user) => user?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The session's id, or null where nobody is signed in.</summary>
    public static string? SessionId(this ClaimsPrincipal? user) => user?.FindFirstValue(IdClaim);

    /// <summary>Who is signed in, as an agent.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; the endpoint asks for no role.</exception>
    public static Agent Agent(this ClaimsPrincipal user) =>
        user.AccountId() is { } id && user.FindFirstValue(ClaimTypes.Name) is { } name
            ? new Agent(id, name)
            : throw new InvalidOperationException("Nobody is signed in.");
}
