namespace ReplyBot.Accounts;

internal sealed record FirstAccountRequest(string? Token, string? Name, string? DisplayName, string? Password);

internal sealed record LinkRequest(string? Token);

internal sealed record SignInRequest(string? Name, string? Password);

internal sealed record PasswordRequest(string? Current, string? Next);

internal sealed record NewAccountRequest(string? Name, string? DisplayName, IReadOnlyList<string>? Roles, string? Password);

internal sealed record SkillsRequest(IReadOnlyList<string>? Skills);

internal sealed record RolesRequest(IReadOnlyList<string>? Roles);

/// <summary>Who is signed in, as the console reads it.</summary>
internal sealed record Me(bool SignedIn, string Id, string Name, string DisplayName, IReadOnlyList<string> Roles)
{
    public static Me Of(Account account) => new(true, account.Id, account.Name, account.DisplayName, account.Roles);
}

/// <summary>An account in the supervisor's list.</summary>
internal sealed record AccountItem(string Id, string Name, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, bool Disabled, IReadOnlyList<string> Skills)
{
    public static AccountItem Of(Account account) =>
        new(account.Id, account.Name, account.DisplayName, account.Roles, account.CreatedAt, account.DisabledAt is not null, account.Skills);
}

/// <summary>A browser in which somebody is signed in, as the lists show it.</summary>
internal sealed record SessionItem(string Id, string AccountId, string DisplayName, DateTimeOffset BegunAt, DateTimeOffset SeenAt, string Address, string Browser, bool Current)
{
    public static SessionItem Of(OpenSession session, string displayName, bool current) =>
        new(session.Id, session.AccountId, displayName, session.BegunAt, session.SeenAt, session.Address, session.Browser, current);
}
