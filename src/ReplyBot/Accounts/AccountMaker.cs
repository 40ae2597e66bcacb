namespace ReplyBot.Accounts;

/// <summary>Makes accounts from what was checked by <see cref="AccountRules"/>.</summary>
public sealed class AccountMaker(Passwords passwords, TimeProvider clock)
{
    /// <summary>A new account, not stored yet.</summary>
    public Account Make(string name, string displayName, IEnumerable<string> roles, string password) =>
        Make(name, displayName, roles) with { PasswordHash = passwords.Hash(password) };

    /// <summary>A new account that only the identity provider opens, not stored yet.</summary>
    public Account MakeLinked(string name, string displayName, IEnumerable<string> roles, string externalId) =>
        Make(name, displayName, roles) with { ExternalId = externalId };

    private Account Make(string name, string displayName, IEnumerable<string> roles)
    {
        ArgumentNullException.ThrowIfNull(displayName);
        var now = clock.GetUtcNow();
        return new Account(Guid.CreateVersion7(now).ToString("N"), AccountRules.Normalize(name), displayName.Trim(), [.. Roles.All.Where(roles.Contains)], now) { PasswordHash = "" };
    }
}
