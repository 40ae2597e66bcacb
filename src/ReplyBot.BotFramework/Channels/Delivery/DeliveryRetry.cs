using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>How often and how soon a delivery is tried again within one call.</summary>
internal static class DeliveryRetry
{
    /// <summary>Attempts after the first.</summary>
    public const int MaxRetries = 3;

    /// <summary>A channel that asks to wait longer is not waited for here; the caller comes back later.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Retries with growing, jittered delays, or the one that the channel asks for.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = MaxDelay,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Result: { } response } => IsPassing(response.StatusCode) && (RetryAfter(response, time) ?? TimeSpan.Zero) <= MaxDelay,
                    { Exception: HttpRequestException or TimeoutRejectedException } => true,
                    _ => false,
                }),
                DelayGenerator = arguments =>
                    ValueTask.FromResult(arguments.Outcome.Result is { } response ? RetryAfter(response, time) : null),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .AddTimeout(AttemptTimeout)
            .Build();

    /// <summary>Whether a status speaks of trouble that may pass.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>How long the channel asks to wait.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
