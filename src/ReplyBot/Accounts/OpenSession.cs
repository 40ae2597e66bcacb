namespace ReplyBot.Accounts;

/// <summary>A browser in which somebody is signed in.</summary>
/// <param name="Id">Names the session; without the cookie it opens nothing.</param>
/// <param name="AccountId">Who is signed in.</param>
/// <param name="BegunAt">When.</param>
/// <param name="SeenAt">When a request of it came last, to the minute.</param>
/// <param name="Address">The address that it was begun from.</param>
/// <param name="Browser">What the browser called itself when it was begun.</param>
public sealed record OpenSession(string Id, string AccountId, DateTimeOffset BegunAt, DateTimeOffset SeenAt, string Address, string Browser);
