namespace ReplyBot.Accounts;

/// <summary>Somebody who may sign in to the console.</summary>
/// <param name="Id">Stable and never reused.</param>
/// <param name="Name">The name to sign in with, in lower case.</param>
/// <param name="DisplayName">The name that colleagues and buyers see.</param>
/// <param name="Roles">What the account may do, from <see cref="Accounts.Roles"/>.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Account(string Id, string Name, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt)
{
    /// <summary>Journey stages and product categories the agent is there for; none for all.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>The salted hash of the password; empty where no password opens the account.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Who it is to the identity provider, or null.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Since when nobody may sign in with it, or null.</summary>
    public DateTimeOffset? DisabledAt { get; init; }
}
