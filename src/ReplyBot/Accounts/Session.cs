using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ReplyBot.Conversations.Desk;

namespace ReplyBot.Accounts;

/// <summary>A signed-in browser: what its cookie says.</summary>
public static class Session
{
    public const string CookieName = "replybot-desk";
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string StampClaim = "stamp";

    /// <summary>Signs the browser in; the rest of the request counts as signed in too.</summary>
    public static async Task BeginAsync(HttpContext http, Account account)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id),
                new Claim(ClaimTypes.Name, account.DisplayName),
                new Claim(StampClaim, account.Stamp),
                .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            Scheme);
        var principal = new ClaimsPrincipal(identity);
        await http.SignInAsync(Scheme, principal);
        http.User = principal;
    }

    /// <summary>Signs the browser out.</summary>
    public static async Task EndAsync(HttpContext http)
    {
        await http.SignOutAsync(Scheme);
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
    }

    /// <summary>The account's id, or null where nobody is signed in.</summary>
    public static string? AccountId(this ClaimsPrincipal? user) => user?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The stamp under which the session was begun.</summary>
    public static string? Stamp(this ClaimsPrincipal? user) => user?.FindFirstValue(StampClaim);

    /// <summary>Who is signed in, as an agent.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; the endpoint asks for no role.</exception>
    public static Agent Agent(this ClaimsPrincipal user) =>
        user.AccountId() is { } id && user.FindFirstValue(ClaimTypes.Name) is { } name
            ? new Agent(id, name)
            : throw new InvalidOperationException("Nobody is signed in.");
}
