using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ReplyBot.Accounts;

/// <summary>Hashes and checks passwords with ASP.NET's own hasher (PBKDF2, salted).</summary>
public sealed class Passwords
{
    private readonly PasswordHasher<string> _hasher;
    private readonly string _nobodys;

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new PasswordHasher<string>(options);
        _nobodys = Hash(Guid.NewGuid().ToString());
    }

    /// <summary>The salted hash of a password.</summary>
    public string Hash(string password) => _hasher.HashPassword("", password);

    /// <summary>
    /// Checks a password. Without an account, or for one without a password, as much is computed as with one, so that the time tells nobody which names exist.
    /// </summary>
    public PasswordVerificationResult Verify(Account? account, string password)
    {
        var hash = account?.PasswordHash is { Length: > 0 } own ? own : null;
        var result = _hasher.VerifyHashedPassword("", hash ?? _nobodys, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
