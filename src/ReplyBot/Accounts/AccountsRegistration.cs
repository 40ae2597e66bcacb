using Microsoft.AspNetCore.Authentication.Cookies;
using ReplyBot.Accounts.Http;
using ReplyBot.Accounts.SingleSignOn;
using ReplyBot.Audit;

namespace ReplyBot.Accounts;

/// <summary>Puts accounts, sessions and roles into the program.</summary>
public static class AccountsRegistration
{
    /// <summary>Registers accounts, the session cookie, the roles' policies and the antiforgery check.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SessionEndings>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<AccountMaker>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<SignInLockout>();
        services.AddSingleton<SignIns>();
        services.AddScoped<SessionEvents>();
        ProviderEndpoints.Register(services, ProviderOptions.Read(configuration));
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme, ConfigureCookie);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Desk, policy => policy.RequireRole(Roles.Agent, Roles.Supervisor))
            .AddPolicy(Policies.Editor, policy => policy.RequireRole(Roles.Editor))
            .AddPolicy(Policies.Bulletins, policy => policy.RequireRole(Roles.Editor, Roles.Supervisor))
            .AddPolicy(Policies.Supervisor, policy => policy.RequireRole(Roles.Supervisor));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryFilter.HeaderName;
            options.Cookie.Name = "replybot-antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // X-Frame-Options is set with the pages; these answers are never shown in a frame.
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>Maps <c>/api/account</c> and <c>/api/accounts</c>.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        SessionEndpoints.Map(endpoints);
        SessionListEndpoints.Map(endpoints);
        AccountAdministration.Map(endpoints);
        ProviderEndpoints.Map(endpoints);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Session.CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionStore.Life;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionEvents);
    }
}
