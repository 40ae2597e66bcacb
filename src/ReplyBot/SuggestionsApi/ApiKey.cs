namespace ReplyBot.SuggestionsApi;

/// <summary>A key of a program that asks for suggestions; the key itself is known to that program alone.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">Since when it opens nothing, or null.</param>
public sealed record ApiKey(string Name, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
