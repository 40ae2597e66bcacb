using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using ReplyBot.Accounts.Http;
using ReplyBot.Accounts.SingleSignOn;
using ReplyBot.Audit;
using ReplyBot.Hosting;

namespace ReplyBot.Accounts;

/// <summary><c>/api/account</c>: signing in and out, one's own password, the first account.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapConsoleGroup("/api/account");
        group.MapGet("/me", MeAsync);
        group.MapPost("/first", CreateFirstAsync).RequireRateLimiting(RateLimits.SignIn);
        group.MapPost("/first/link", LinkAsync).RequireRateLimiting(RateLimits.SignIn);
        group.MapPost("/sign-in", SignInAsync).RequireRateLimiting(RateLimits.SignIn);
        group.MapPost("/sign-out", SignOutAsync);
        group.MapPost("/password", ChangePasswordAsync).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> MeAsync(HttpContext http, AccountStore accounts, ProviderOptions provider, IAntiforgery antiforgery)
    {
        AntiforgeryFilter.Hand(http, antiforgery);
        return http.User.AccountId() is { } id && await accounts.FindAsync(id, http.RequestAborted) is { } account
            ? ConsoleJson.Answer(Me.Of(account))
            : ConsoleJson.Answer(new { signedIn = false, provider = provider.IsConfigured ? new { name = provider.DisplayName, address = ProviderEndpoints.Path } : null });
    }

    /// <summary>Whether the one-time link is good, so that nobody fills in a form for nothing. The token is in the body, since addresses are written down by proxies.</summary>
    private static async Task<IResult> LinkAsync(HttpContext http, Invitations invitations)
    {
        var (request, problem) = await JsonBody.ReadAsync<LinkRequest>(http);
        return request is null ? problem! : ConsoleJson.Answer(new { open = request.Token is { } token && await invitations.IsOpenAsync(token, http.RequestAborted) });
    }

    private static async Task<IResult> CreateFirstAsync(HttpContext http, Invitations invitations, AccountMaker maker, AuditLog audit, IAntiforgery antiforgery)
    {
        var (request, problem) = await JsonBody.ReadAsync<FirstAccountRequest>(http);
        if (request is null)
            return problem!;
        // Looked up before anything is hashed: guessing must stay cheap for us.
        if (request.Token is null || !await invitations.IsOpenAsync(request.Token, http.RequestAborted))
            return WrongToken;
        var errors = AccountRules.CheckNames(request.Name, request.DisplayName).CheckPassword("password", request.Password, request.Name);
        if (errors.Any)
            return Problems.Invalid(errors);
        var account = maker.Make(request.Name!, request.DisplayName!, Roles.All, request.Password!);
        if (!await invitations.RedeemAsync(request.Token, account, http.RequestAborted))
            return WrongToken;
        await audit.WriteAsync(account.Id, AuditActions.AccountMade, account.Id, string.Join(' ', account.Roles), http.RequestAborted);
        return await BeginAsync(http, account, antiforgery);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, SignIns signIns, AccountStore accounts, AuditLog audit, IAntiforgery antiforgery)
    {
        var (request, problem) = await JsonBody.ReadAsync<SignInRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("name", request.Name).Require("password", request.Password);
        if (errors.Any)
            return Problems.Invalid(errors);
        var attempt = await signIns.TryAsync(request.Name!, request.Password!, http.RequestAborted);
        await audit.WriteAsync(attempt.Account?.Id ?? await TriedAsync(request.Name!, accounts, http.RequestAborted), attempt switch
        {
            { RetryAfter: not null } => AuditActions.SignInLocked,
            { Account: null } => AuditActions.SignInFailed,
            _ => AuditActions.SignedIn,
        }, "", http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        if (attempt.RetryAfter is { } wait)
            return Locked(http, wait);
        return attempt.Account is { } account
            ? await BeginAsync(http, account, antiforgery)
            : Problems.Of(StatusCodes.Status401Unauthorized, "用户名或密码不对", "Name and password do not belong together, or the account is disabled.");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, AuditLog audit, IAntiforgery antiforgery)
    {
        if (http.User.AccountId() is { } account)
            await audit.WriteAsync(account, AuditActions.SignedOut, "", "", http.RequestAborted);
        await Session.EndAsync(http);
        AntiforgeryFilter.Hand(http, antiforgery);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, AccountStore accounts, SignIns signIns, Passwords passwords, AuditLog audit)
    {
        var (request, problem) = await JsonBody.ReadAsync<PasswordRequest>(http);
        if (request is null)
            return problem!;
        if (await accounts.FindAsync(http.User.AccountId()!, http.RequestAborted) is not { } account)
            return Problems.Of(StatusCodes.Status401Unauthorized, "请先登录", "The account is gone.");
        var errors = new FieldErrors().Require("current", request.Current).CheckPassword("next", request.Next, account.Name);
        if (errors.Any)
            return Problems.Invalid(errors);
        var attempt = await signIns.TryAsync(account.Name, request.Current!, http.RequestAborted);
        if (attempt.RetryAfter is { } wait)
            return Locked(http, wait);
        if (attempt.Account is null)
            return Problems.Invalid("current", "当前密码不对 / the current password is wrong");
        await accounts.ChangePasswordAsync(account.Id, passwords.Hash(request.Next!), http.User.SessionId(), http.RequestAborted);
        await audit.WriteAsync(account.Id, AuditActions.PasswordChanged, account.Id, "", http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>The name that was tried, where an account has it; else only how it begins, since people type their passwords there.</summary>
    private static async Task<string> TriedAsync(string name, AccountStore accounts, CancellationToken cancellation) =>
        await accounts.FindByNameAsync(name, cancellation) is { } account ? account.Name : $"{name.Trim().EnumerateRunes().First()}***";

    private static async Task<IResult> BeginAsync(HttpContext http, Account account, IAntiforgery antiforgery)
    {
        await Session.BeginAsync(http, account);
        AntiforgeryFilter.Hand(http, antiforgery);
        return ConsoleJson.Answer(Me.Of(account));
    }

    private static IResult Locked(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.Of(StatusCodes.Status429TooManyRequests, "密码错误次数太多，请稍后再试", "Too many wrong passwords for this name; see Retry-After.");
    }

    private static IResult WrongToken => Problems.Of(StatusCodes.Status403Forbidden, "链接无效、已用过或已过期",
        "The one-time link is wrong, used or expired. As long as there is no account, starting the program prints a new one.");
}
