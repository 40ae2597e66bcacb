using Microsoft.AspNetCore.Identity;

namespace ReplyBot.Accounts;

/// <summary>How an attempt to sign in ended.</summary>
/// <param name="Account">The account, when name and password are right.</param>
/// <param name="RetryAfter">How long the name stays closed, when it is.</param>
public readonly record struct SignInAttempt(Account? Account, TimeSpan? RetryAfter);

/// <summary>Tells whether a name and a password belong together.</summary>
public sealed class SignIns(AccountStore accounts, Passwords passwords, SignInLockout lockout)
{
    /// <summary>Tries a name and a password.</summary>
    public async Task<SignInAttempt> TryAsync(string name, string password, CancellationToken cancellation)
    {
        var normalized = AccountRules.Normalize(name);
        if (lockout.Begin(normalized) is { } wait)
            return new SignInAttempt(null, wait);
        var account = await accounts.FindByNameAsync(normalized, cancellation);
        var verified = passwords.Verify(account, password);
        if (account is null || verified == PasswordVerificationResult.Failed || account.DisabledAt is not null)
            return default;
        lockout.Succeeded(normalized);
        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            await accounts.StrengthenHashAsync(account, passwords.Hash(password), cancellation);
        return new SignInAttempt(account, null);
    }
}
