using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ReplyBot.Accounts.Http;
using ReplyBot.Audit;
using ReplyBot.Hosting;

namespace ReplyBot.Accounts.SingleSignOn;

/// <summary>
/// <c>/api/account/provider</c>: signing in at the company's identity provider. Browsers are sent there and come back with a code; in the
/// end they are on the console's page, signed in or told why not.
/// </summary>
internal static class ProviderEndpoints
{
    /// <summary>Where signing in there begins.</summary>
    public const string Path = "/api/account/provider";

    private const string CallbackPath = Path + "/callback";
    private const string Cookie = "replybot-provider";
    private const string Console = "/console/";
    private const string Refused = Console + "?sign-in=";

    /// <summary>Registers the provider, where one is configured.</summary>
    public static void Register(IServiceCollection services, ProviderOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ProviderSignIns>();
        if (!options.IsConfigured)
            return;
        IdentityProvider.Register(services);
        services.AddSingleton<IdentityProvider>();
    }

    /// <summary>Maps the endpoints, where a provider is configured.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<ProviderOptions>().IsConfigured)
            return;
        endpoints.MapGet(Path, BeginAsync).RequireRateLimiting(RateLimits.SignIn);
        endpoints.MapGet(CallbackPath, EndAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, IdentityProvider provider, IDataProtectionProvider protection, TimeProvider clock, ILogger<IdentityProvider> log)
    {
        var state = SignInRequestState.Make();
        try
        {
            var address = await provider.AuthorizeAddressAsync(state, RedirectOf(http), http.RequestAborted);
            // Lax: the browser comes back from a foreign site.
            http.Response.Cookies.Append(Cookie, state.Protect(protection, clock.GetUtcNow()), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                Path = CallbackPath,
                MaxAge = SignInRequestState.Life,
            });
            return Results.Redirect(address);
        }
        catch (Exception failure) when (IsUnreachable(failure))
        {
            log.LogWarning(failure, "The identity provider cannot be reached");
            return Results.LocalRedirect(Refused + "unreachable");
        }
    }

    private static async Task<IResult> EndAsync(
        HttpContext http, string? code, string? state, IdentityProvider provider, ProviderSignIns signIns, AuditLog audit, IDataProtectionProvider protection, ILogger<IdentityProvider> log)
    {
        var asked = SignInRequestState.Unprotect(protection, http.Request.Cookies[Cookie]);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = CallbackPath });
        if (asked is null || state is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(asked.State), Encoding.UTF8.GetBytes(state)))
            return Results.LocalRedirect(Refused + "expired");
        if (string.IsNullOrEmpty(code))
            return Results.LocalRedirect(Refused + "refused");
        try
        {
            if (await provider.RedeemAsync(asked, code, RedirectOf(http), http.RequestAborted) is not { } identity)
                return Results.LocalRedirect(Refused + "refused");
            var account = await signIns.FindAsync(identity, http.RequestAborted);
            await audit.WriteAsync(account?.Id ?? identity.ExternalId, account is null ? AuditActions.SignInFailed : AuditActions.SignedIn, "",
                http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
            if (account is null)
                return Results.LocalRedirect(Refused + "unknown");
            await Session.BeginAsync(http, account);
            return Results.LocalRedirect(Console);
        }
        catch (Exception failure) when (IsUnreachable(failure))
        {
            log.LogWarning(failure, "The identity provider cannot be reached");
            return Results.LocalRedirect(Refused + "unreachable");
        }
    }

    private static bool IsUnreachable(Exception failure) => failure is HttpRequestException or InvalidOperationException or IOException or TaskCanceledException;

    private static string RedirectOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{CallbackPath}";
}
