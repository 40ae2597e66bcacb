using Microsoft.AspNetCore.Antiforgery;

namespace ReplyBot.Accounts.Http;

/// <summary>Lets a write through only when it proves by its header that a page of this program sends it.</summary>
public sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string HeaderName = "X-XSRF-TOKEN";

    /// <summary>The cookie that the page reads the header's value from.</summary>
    public const string ReadableCookie = "XSRF-TOKEN";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // Reading changes nothing; the framework's own check counts GET, HEAD, OPTIONS and TRACE as valid.
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "页面已过期，请刷新后重试",
                $"The header {HeaderName} is missing or not the value of the cookie {ReadableCookie} that GET /api/account/me sets.");
        }
        return await next(context);
    }

    /// <summary>Gives the page the token that its writes must carry, for whoever is signed in now.</summary>
    public static void Hand(HttpContext http, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        http.Response.Cookies.Append(ReadableCookie, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            Path = "/",
        });
    }
}
