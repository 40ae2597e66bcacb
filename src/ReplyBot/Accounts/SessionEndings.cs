namespace ReplyBot.Accounts;

/// <summary>
/// Tells that sessions were ended, on this node and by its news on the others, so that what a session holds open is shut at once and
/// not only at its next request.
/// </summary>
public sealed class SessionEndings
{
    /// <summary>A session was ended: its id, and whether another node ended it. Listeners must return at once.</summary>
    public event Action<string, bool>? Ended;

    /// <summary>Spreads the news.</summary>
    public void Announce(string sessionId, bool elsewhere = false) => Ended?.Invoke(sessionId, elsewhere);
}
