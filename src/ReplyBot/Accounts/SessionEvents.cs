using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ReplyBot.Accounts.Http;

namespace ReplyBot.Accounts;

/// <summary>
/// Ends sessions whose account was disabled or changed since, at their next request, and answers programs with problems instead of
/// sending them to a sign-in page.
/// </summary>
public sealed class SessionEvents(AccountStore accounts) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var account = context.Principal.AccountId() is { } id ? await accounts.FindAsync(id, context.HttpContext.RequestAborted) : null;
        if (account?.Holds(context.Principal.Stamp()) == true)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Problems.Of(StatusCodes.Status401Unauthorized, "请先登录", "Nobody is signed in, or the session is over.").ExecuteAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Problems.Of(StatusCodes.Status403Forbidden, "没有权限", "The account's roles do not allow this.").ExecuteAsync(context.HttpContext);
}
