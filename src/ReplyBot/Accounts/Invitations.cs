using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.WebUtilities;
using ReplyBot.Storage;

namespace ReplyBot.Accounts;

/// <summary>
/// One-time links that make the first account. Only a hash of the token is kept; a new link voids the one before, and there is none
/// once somebody has an account.
/// </summary>
public sealed class Invitations(IDatabase database, TimeProvider clock)
{
    private const int TokenBytes = 32;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>A fresh token where there is no account yet, else null.</summary>
    public Task<string?> FirstAccountTokenAsync(CancellationToken cancellation = default)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        return database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM accounts") > 0)
                return null;
            await connection.ExecuteAsync("DELETE FROM invitations");
            await connection.ExecuteAsync("INSERT INTO invitations (token_hash, expires_at) VALUES (@hash, @expires)",
                new { hash = HashOf(token), expires = StoredTime.Write(clock.GetUtcNow() + Life) });
            return (string?)token;
        }, cancellation);
    }

    /// <summary>Whether a token could be redeemed now.</summary>
    public Task<bool> IsOpenAsync(string token, CancellationToken cancellation) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM invitations WHERE token_hash = @hash AND expires_at > @now", Parameters(token)) > 0, cancellation);

    /// <summary>Makes the first account from a token, in one transaction: of two at once one gets it.</summary>
    /// <returns>Whether the account was made; if not, the token is wrong, used or expired.</returns>
    public Task<bool> RedeemAsync(string token, Account account, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
        {
            var taken = await connection.ExecuteAsync("DELETE FROM invitations WHERE token_hash = @hash AND expires_at > @now", Parameters(token));
            if (taken == 0 || await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM accounts") > 0)
                return false;
            await connection.ExecuteAsync("DELETE FROM invitations");
            await connection.ExecuteAsync(AccountRow.Insert, AccountRow.Of(account));
            return true;
        }, cancellation);

    private object Parameters(string token) => new { hash = HashOf(token), now = StoredTime.Write(clock.GetUtcNow()) };

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
