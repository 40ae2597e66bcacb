using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using ReplyBot.BotFramework.DirectLine;
using ReplyBot.Conversations.Storage;
using ReplyBot.Hosting;

namespace ReplyBot.Channels;

/// <summary>Gives the shop's own page its Direct Line token, for the visitor of the cookie or a fresh one.</summary>
public static class WebChatEndpoints
{
    private const string Channel = "web";
    private const string CookieName = "replybot-buyer";
    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(90);

    /// <summary>Maps <c>POST /webchat/token</c>.</summary>
    public static void MapWebChat(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/webchat/token", IssueAsync).RequireRateLimiting(RateLimits.WebChatToken).DisableAntiforgery()
            .WithTags(PublicApi.Tag).WithName("webChatToken")
            .WithSummary("本店页面领取会话凭证 / the shop's own page gets its Direct Line token")
            .Produces<WebChatToken>()
            .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, PublicApi.ProblemType);

    private static async Task<IResult> IssueAsync(
        HttpContext http, IConversationStore store, DirectLineTokens tokens, IDataProtectionProvider protection, ShopIdentity shop, CancellationToken cancellation)
    {
        var own = $"{http.Request.Scheme}://{http.Request.Host}";
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !string.Equals(origin, own, StringComparison.OrdinalIgnoreCase))
            return Results.Problem(title: "只有本店页面可以领取会话凭证", detail: $"Only the shop's own page gets a token here; {origin} is another site. Its server asks POST /v3/directline/tokens/generate.", statusCode: StatusCodes.Status403Forbidden);

        var protector = protection.CreateProtector("ReplyBot.Buyer.v1");
        var visitor = Visitor.Read(http.Request.Cookies[CookieName], protector) ?? new Visitor(DirectLineTokens.NewUserId(), DirectLineTokens.NewConversationId());
        var resumed = await store.FindAsync(visitor.ConversationId, cancellation) is not null;
        http.Response.Cookies.Append(CookieName, visitor.Write(protector), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = CookieLife,
            IsEssential = true,
        });
        var token = tokens.Issue(new TokenGrant(visitor.ConversationId, Channel, visitor.UserId, null, [own]));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new WebChatToken(token.Token, token.ExpiresIn, visitor.ConversationId, visitor.UserId, resumed, shop.Name));
    }

    /// <summary>A buyer at the shop's own page, as the signed cookie names them.</summary>
    private sealed record Visitor(string UserId, string ConversationId)
    {
        public static Visitor? Read(string? cookie, IDataProtector protector)
        {
            if (string.IsNullOrEmpty(cookie))
                return null;
            try
            {
                return JsonSerializer.Deserialize<Visitor>(protector.Unprotect(cookie));
            }
            catch (Exception forged) when (forged is System.Security.Cryptography.CryptographicException or JsonException)
            {
                // Not signed by us, or by a key that is gone: a new buyer.
                return null;
            }
        }

        public string Write(IDataProtector protector) => protector.Protect(JsonSerializer.Serialize(this));
    }

    private sealed record WebChatToken(
        string Token,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        string ConversationId,
        string UserId,
        bool Resumed,
        string ShopName);
}
