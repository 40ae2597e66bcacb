using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ReplyBot.Hosting;

/// <summary>How often one caller may ask for what costs something. Messages are counted by conversation, in <see cref="Channels.MessagePace"/>.</summary>
public static class RateLimits
{
    /// <summary>Tokens of the shop's own page, by address.</summary>
    public const string WebChatToken = "webchat-token";

    /// <summary>Attempts to sign in, by address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Direct Line, by token.</summary>
    public const string DirectLine = "direct-line";

    /// <summary>Suggestions, by key.</summary>
    public const string Suggestions = "suggestions";

    /// <summary>Messages of one platform's webhook, by channel.</summary>
    public const string Webhook = "webhook";

    /// <summary>
    /// Registers the limits. <c>RateLimits:WebChatTokensPerMinute</c>, <c>SignInsPerMinute</c>, <c>DirectLinePerSecond</c>,
    /// <c>SuggestionsPerSecond</c> and <c>WebhookPerSecond</c> change them; callers may ask for four seconds' worth at once.
    /// </summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellWhenAsync;
            AddPerMinute(limiter, WebChatToken, configuration.GetValue("RateLimits:WebChatTokensPerMinute", 60));
            AddPerMinute(limiter, SignIn, configuration.GetValue("RateLimits:SignInsPerMinute", 30));
            AddPerSecond(limiter, DirectLine, CallerKeys.OfDirectLine, configuration.GetValue("RateLimits:DirectLinePerSecond", 50));
            AddPerSecond(limiter, Suggestions, CallerKeys.Of, configuration.GetValue("RateLimits:SuggestionsPerSecond", 500));
            AddPerSecond(limiter, Webhook, http => http.Request.RouteValues["channel"] as string ?? "", configuration.GetValue("RateLimits:WebhookPerSecond", 200));
        });

    private static void AddPerMinute(RateLimiterOptions limiter, string policy, int perMinute) =>
        limiter.AddPolicy(policy, http => RateLimitPartition.GetFixedWindowLimiter(
            CallerKeys.Address(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    private static void AddPerSecond(RateLimiterOptions limiter, string policy, Func<HttpContext, string?> caller, int perSecond) =>
        limiter.AddPolicy(policy, http => caller(http) is not { } key
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 4 * perSecond,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));

    private static async ValueTask TellWhenAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)wait.TotalSeconds) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Results.Problem(title: "请求太频繁，请稍后再试", detail: "Too many requests from this caller.", statusCode: StatusCodes.Status429TooManyRequests)
            .ExecuteAsync(rejected.HttpContext);
    }
}
