using System.Collections.Concurrent;

namespace ReplyBot.Channels;

/// <summary>
/// How quickly messages may come into one conversation on this node: a burst at once, then so many a second. Somebody who floods a
/// conversation is slowed down alone; buyers behind the same address are not.
/// </summary>
/// <param name="configuration">Where <c>RateLimits:MessageBurst</c> and <c>RateLimits:MessagesPerSecond</c> are read.</param>
/// <param name="clock">The time.</param>
public sealed class MessagePace(IConfiguration configuration, TimeProvider clock)
{
    private const int UsualBurst = 30;
    private const int UsualPerSecond = 5;

    private readonly double _burst = configuration.GetValue("RateLimits:MessageBurst", UsualBurst);
    private readonly double _perSecond = Math.Max(1, configuration.GetValue("RateLimits:MessagesPerSecond", UsualPerSecond));
    private readonly ConcurrentDictionary<string, Allowance> _allowances = new(StringComparer.Ordinal);
    private long _sweptAt = clock.GetUtcNow().Ticks;

    /// <summary>For how many conversations something is remembered: those whose allowance is not full again yet, and some that a sweep has still to forget.</summary>
    internal int Remembered => _allowances.Count;

    /// <summary>Counts a message.</summary>
    /// <returns>Null when it may come in, else how long to wait.</returns>
    public TimeSpan? Count(string conversationId)
    {
        var now = clock.GetUtcNow().Ticks;
        Sweep(now);
        var allowance = _allowances.GetOrAdd(conversationId, static (_, whole) => new Allowance(whole.Burst, whole.Now), (Burst: _burst, Now: now));
        lock (allowance)
        {
            allowance.Left = LeftAt(allowance, now);
            allowance.At = now;
            if (allowance.Left < 1)
                return TimeSpan.FromSeconds((1 - allowance.Left) / _perSecond);
            allowance.Left--;
            return null;
        }
    }

    private double LeftAt(Allowance allowance, long now) => Math.Min(_burst, allowance.Left + (SecondsBetween(allowance.At, now) * _perSecond));

    /// <summary>The time in ticks as seconds; none where the clock was put back.</summary>
    private static double SecondsBetween(long before, long now) => Math.Max(0, new TimeSpan(now - before).TotalSeconds);

    /// <summary>Forgets, now and then, the conversations whose allowance is whole again.</summary>
    private void Sweep(long now)
    {
        var last = Interlocked.Read(ref _sweptAt);
        if (SecondsBetween(last, now) * _perSecond < _burst || Interlocked.CompareExchange(ref _sweptAt, now, last) != last)
            return;
        foreach (var (conversation, allowance) in _allowances)
        {
            lock (allowance)
            {
                if (LeftAt(allowance, now) >= _burst)
                    _allowances.TryRemove(conversation, out _);
            }
        }
    }

    private sealed class Allowance(double left, long at)
    {
        public double Left { get; set; } = left;

        public long At { get; set; } = at;
    }
}
