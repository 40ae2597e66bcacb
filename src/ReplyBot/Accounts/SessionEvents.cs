using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ReplyBot.Accounts.Http;

namespace ReplyBot.Accounts;

/// <summary>
/// Takes who is signed in from the store at every request, so that what was ended or changed since holds at once, and answers programs
/// with problems instead of sending them to a sign-in page.
/// </summary>
public sealed class SessionEvents(SessionStore sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal.SessionId() is { } id && await sessions.SeeAsync(id, context.HttpContext.RequestAborted) is { } account)
        {
            context.ReplacePrincipal(Session.Of(account, id));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Problems.Of(StatusCodes.Status401Unauthorized, "请先登录", "Nobody is signed in, or the session is over.").ExecuteAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Problems.Of(StatusCodes.Status403Forbidden, "没有权限", "The account's roles do not allow this.").ExecuteAsync(context.HttpContext);
}
