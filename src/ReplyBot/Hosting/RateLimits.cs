using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ReplyBot.Hosting;

/// <summary>How often one address may ask for what costs something.</summary>
public static class RateLimits
{
    /// <summary>Tokens of the shop's own page.</summary>
    public const string WebChatToken = "webchat-token";

    /// <summary>Attempts to sign in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Registers the limits; <c>RateLimits:WebChatTokensPerMinute</c> and <c>RateLimits:SignInsPerMinute</c> change them.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellWhenAsync;
            Add(limiter, WebChatToken, configuration.GetValue("RateLimits:WebChatTokensPerMinute", 60));
            Add(limiter, SignIn, configuration.GetValue("RateLimits:SignInsPerMinute", 30));
        });

    private static void Add(RateLimiterOptions limiter, string policy, int perMinute) =>
        limiter.AddPolicy(policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    private static async ValueTask TellWhenAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)wait.TotalSeconds) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Results.Problem(title: "请求太频繁，请稍后再试", detail: "Too many requests from this address.", statusCode: StatusCodes.Status429TooManyRequests)
            .ExecuteAsync(rejected.HttpContext);
    }
}
