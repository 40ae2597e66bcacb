using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Accounts;

/// <summary>Keeps which browsers are signed in. Every request looks here, so that what is ended is over on every node.</summary>
public sealed class SessionStore(IDatabase database, SessionEndings endings, TimeProvider clock)
{
    /// <summary>How long a session outlives its last request.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>How exactly it is kept when a session was seen: a write for every request would say no more.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private const int IdBytes = 16;
    private const int LongestBrowser = 300;

    /// <summary>Begins a session; those that ran out are forgotten.</summary>
    /// <returns>Its id.</returns>
    public Task<string> BeginAsync(string accountId, string address, string browser, CancellationToken cancellation)
    {
        var id = RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);
        return database.WriteAsync(async connection =>
        {
            var now = clock.GetUtcNow();
            await connection.ExecuteAsync("DELETE FROM sessions WHERE seen_at <= @oldest", new { oldest = StoredTime.Write(now - Life) });
            await connection.ExecuteAsync("INSERT INTO sessions (id, account_id, begun_at, seen_at, address, browser) VALUES (@id, @accountId, @now, @now, @address, @browser)",
                new { id, accountId, now = StoredTime.Write(now), address, browser = browser.Length <= LongestBrowser ? browser : browser[..LongestBrowser] });
            return id;
        }, cancellation);
    }

    /// <summary>Notes that a request came.</summary>
    /// <returns>Whose session it is; null when it is over or the account is disabled.</returns>
    public async Task<Account?> SeeAsync(string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (row, seen) = await database.ReadAsync(async connection =>
            (await connection.QueryAsync<AccountRow, long, (AccountRow?, DateTimeOffset)>(
                "SELECT a.*, s.seen_at FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.id = @id AND a.disabled_at IS NULL",
                (account, at) => (account, StoredTime.Read(at)), new { id }, splitOn: "seen_at")).SingleOrDefault(), cancellation);
        if (row is null || now - seen >= Life)
            return null;
        if (now - seen >= SeenEvery)
            await database.WriteAsync(connection => connection.ExecuteAsync("UPDATE sessions SET seen_at = @now WHERE id = @id", new { id, now = StoredTime.Write(now) }), cancellation);
        return row.Read();
    }

    /// <summary>The sessions of an account, or of all accounts for null, those seen last first.</summary>
    public Task<IReadOnlyList<OpenSession>> ListAsync(string? accountId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<OpenSession>>(async connection =>
            [.. (await connection.QueryAsync<Row>(
                    "SELECT * FROM sessions WHERE seen_at > @oldest ORDER BY seen_at DESC, begun_at DESC, id", new { oldest = StoredTime.Write(clock.GetUtcNow() - Life) }))
                .Where(row => accountId is null || row.AccountId == accountId)
                .Select(row => row.Read())], cancellation);

    /// <summary>Ends a session.</summary>
    /// <param name="id">The session.</param>
    /// <param name="accountId">Whose it must be; null where anybody's may be ended.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Whose it was, or null where there is no such session.</returns>
    public async Task<string?> EndAsync(string id, string? accountId, CancellationToken cancellation)
    {
        var owner = await database.WriteAsync(async connection =>
        {
            var found = await connection.QuerySingleOrDefaultAsync<string>("SELECT account_id FROM sessions WHERE id = @id", new { id });
            if (found is null || (accountId is not null && found != accountId))
                return null;
            await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id", new { id });
            return found;
        }, cancellation);
        if (owner is not null)
            endings.Announce(id);
        return owner;
    }

    /// <summary>The ids of an account's sessions, within a change that concerns them.</summary>
    internal static async Task<IReadOnlyList<string>> IdsOfAsync(DbConnection connection, string accountId) =>
        [.. await connection.QueryAsync<string>("SELECT id FROM sessions WHERE account_id = @accountId", new { accountId })];

    /// <summary>Ends the sessions of an account, all but one where one is named, within a change that ends them.</summary>
    /// <returns>Those that were ended, to be announced when the change is stored.</returns>
    internal static async Task<IReadOnlyList<string>> EndAllAsync(DbConnection connection, string accountId, string? but)
    {
        var ids = (await IdsOfAsync(connection, accountId)).Where(id => id != but).ToList();
        foreach (var id in ids)
            await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @id", new { id });
        return ids;
    }

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string AccountId { get; init; }
        public long BegunAt { get; init; }
        public long SeenAt { get; init; }
        public required string Address { get; init; }
        public required string Browser { get; init; }

        public OpenSession Read() => new(Id, AccountId, StoredTime.Read(BegunAt), StoredTime.Read(SeenAt), Address, Browser);
    }
}
