namespace ReplyBot.Accounts;

/// <summary>
/// Closes a name for a while after too many wrong passwords, whether or not there is such an account. An attempt counts when it
/// begins and is forgiven when it succeeds, so that many at once are not let through before the first is found wrong.
/// </summary>
public sealed class SignInLockout(TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Names kept at most; guessed names must not fill the memory.</summary>
    private const int MostNames = 20_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Queue<DateTimeOffset>> _attempts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Begins an attempt.</summary>
    /// <returns>Null when it may go on, else how long the name stays closed.</returns>
    public TimeSpan? Begin(string name)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_attempts.Count >= MostNames)
                Forget(now);
            if (!_attempts.TryGetValue(name, out var attempts))
                _attempts[name] = attempts = new Queue<DateTimeOffset>(Attempts);
            while (attempts.TryPeek(out var oldest) && oldest + Window <= now)
                attempts.Dequeue();
            if (attempts.Count >= Attempts)
                return attempts.Peek() + Window - now;
            attempts.Enqueue(now);
            return null;
        }
    }

    /// <summary>The password was right: what came before no longer counts.</summary>
    public void Succeeded(string name)
    {
        lock (_gate)
            _attempts.Remove(name);
    }

    /// <summary>Drops what no longer counts; where everything still does, the names tried least, which are mere guesses.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, attempts) in _attempts)
            if (attempts.Count == 0 || attempts.Last() + Window <= now)
                _attempts.Remove(name);
        if (_attempts.Count < MostNames)
            return;
        foreach (var name in _attempts.Where(entry => entry.Value.Count < Attempts).Select(entry => entry.Key).ToList())
            _attempts.Remove(name);
    }
}
