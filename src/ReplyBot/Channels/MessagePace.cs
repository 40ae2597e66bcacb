using System.Threading.RateLimiting;

namespace ReplyBot.Channels;

/// <summary>
/// How quickly messages may come into one conversation on this node: a burst at once, then so many a second. Somebody who floods a
/// conversation is slowed down alone; buyers behind the same address are not.
/// </summary>
public sealed class MessagePace : IDisposable
{
    private const int UsualBurst = 30;
    private const int UsualPerSecond = 5;

    private readonly PartitionedRateLimiter<string> _limiter;

    /// <summary>Reads <c>RateLimits:MessageBurst</c> and <c>RateLimits:MessagesPerSecond</c>.</summary>
    public MessagePace(IConfiguration configuration)
    {
        var burst = configuration.GetValue("RateLimits:MessageBurst", UsualBurst);
        var perSecond = configuration.GetValue("RateLimits:MessagesPerSecond", UsualPerSecond);
        _limiter = PartitionedRateLimiter.Create<string, string>(
            conversation => RateLimitPartition.GetTokenBucketLimiter(conversation, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }),
            StringComparer.Ordinal);
    }

    /// <summary>Counts a message.</summary>
    /// <returns>Null when it may come in, else how long to wait.</returns>
    public TimeSpan? Count(string conversationId)
    {
        using var lease = _limiter.AttemptAcquire(conversationId);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => _limiter.Dispose();
}
