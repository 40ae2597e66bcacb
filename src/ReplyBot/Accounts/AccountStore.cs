using System.Data.Common;
using System.Text.Json;
using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Accounts;

/// <summary>How a change of an account ended.</summary>
public enum AccountOutcome
{
    Done,
    Unknown,

    /// <summary>Another account has the name.</summary>
    NameTaken,

    /// <summary>Nobody would be left to keep the accounts.</summary>
    LastSupervisor,
}

/// <summary>Keeps the accounts.</summary>
public sealed class AccountStore(IDatabase database, SessionEndings endings, TimeProvider clock)
{
    /// <summary>The account with this id, or null.</summary>
    public Task<Account?> FindAsync(string id, CancellationToken cancellation) =>
        database.ReadAsync(connection => FindAsync(connection, id), cancellation);

    /// <summary>The account with this name, however it is capitalised, or null.</summary>
    public Task<Account?> FindByNameAsync(string name, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<AccountRow>("SELECT * FROM accounts WHERE name = @name", new { name = AccountRules.Normalize(name) });
            return row?.Read();
        }, cancellation);

    /// <summary>The account that the identity provider knows by this id, or null.</summary>
    public Task<Account?> FindByExternalIdAsync(string externalId, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<AccountRow>("SELECT * FROM accounts WHERE external_id = @externalId", new { externalId });
            return row?.Read();
        }, cancellation);

    /// <summary>Links an account to who it is to the identity provider, unless it is linked already.</summary>
    public Task<bool> LinkAsync(string id, string externalId, CancellationToken cancellation) =>
        database.WriteAsync(async connection => await connection.ExecuteAsync(
            "UPDATE accounts SET external_id = @externalId WHERE id = @id AND external_id IS NULL AND disabled_at IS NULL", new { id, externalId }) > 0, cancellation);

    /// <summary>All accounts, oldest first.</summary>
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation) =>
        database.ReadAsync(ListAsync, cancellation);

    /// <summary>Adds an account.</summary>
    public Task<AccountOutcome> AddAsync(Account account, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
            await connection.ExecuteAsync(AccountRow.Insert, AccountRow.Of(account)) > 0 ? AccountOutcome.Done : AccountOutcome.NameTaken, cancellation);

    /// <summary>Sets another password, and ends all sessions of the account but the one in which it was changed.</summary>
    public async Task ChangePasswordAsync(string id, string hash, string? session, CancellationToken cancellation)
    {
        var ended = await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("UPDATE accounts SET password_hash = @hash WHERE id = @id", new { id, hash });
            return await SessionStore.EndAllAsync(connection, id, session);
        }, cancellation);
        Announce(ended);
    }

    /// <summary>Keeps the same password under a stronger hash, if it has not been changed meanwhile.</summary>
    public Task StrengthenHashAsync(Account account, string hash, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE accounts SET password_hash = @hash WHERE id = @Id AND password_hash = @PasswordHash", new { account.Id, account.PasswordHash, hash }), cancellation);

    /// <summary>Lets nobody sign in with the account any more, and ends its sessions.</summary>
    public async Task<AccountOutcome> DisableAsync(string id, CancellationToken cancellation)
    {
        var (outcome, ended) = await database.WriteAsync(async connection =>
        {
            var judged = await JudgeAsync(connection, id);
            if (judged != AccountOutcome.Done)
                return (judged, []);
            await connection.ExecuteAsync("UPDATE accounts SET disabled_at = @now WHERE id = @id AND disabled_at IS NULL", new { id, now = StoredTime.Write(clock.GetUtcNow()) });
            return (judged, await SessionStore.EndAllAsync(connection, id, but: null));
        }, cancellation);
        Announce(ended);
        return outcome;
    }

    /// <summary>Gives an account other roles. Its sessions go on under them; what they hold open is opened anew.</summary>
    public async Task<AccountOutcome> SetRolesAsync(string id, IReadOnlyCollection<string> roles, CancellationToken cancellation)
    {
        var (outcome, concerned) = await database.WriteAsync(async connection =>
        {
            var judged = await JudgeAsync(connection, id);
            if (judged == AccountOutcome.LastSupervisor && roles.Contains(Roles.Supervisor))
                judged = AccountOutcome.Done;
            if (judged != AccountOutcome.Done)
                return (judged, []);
            await connection.ExecuteAsync("UPDATE accounts SET roles = @roles WHERE id = @id", new { id, roles = AccountRow.Write(Roles.All.Where(roles.Contains)) });
            return (judged, await SessionStore.IdsOfAsync(connection, id));
        }, cancellation);
        Announce(concerned);
        return outcome;
    }

    /// <summary>Lets somebody sign in with the account again; sessions of before stay over.</summary>
    public Task<AccountOutcome> EnableAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
            await connection.ExecuteAsync("UPDATE accounts SET disabled_at = NULL WHERE id = @id", new { id }) > 0 ? AccountOutcome.Done : AccountOutcome.Unknown, cancellation);

    /// <summary>Sets what an agent is there for.</summary>
    public Task<AccountOutcome> SetSkillsAsync(string id, IReadOnlyList<string> skills, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
            await connection.ExecuteAsync("UPDATE accounts SET skills = @skills WHERE id = @id", new { id, skills = JsonSerializer.Serialize(skills, StoredJson.Options) }) > 0
                ? AccountOutcome.Done
                : AccountOutcome.Unknown, cancellation);

    /// <summary>Whether an account is there and could be spared as a supervisor.</summary>
    private async Task<AccountOutcome> JudgeAsync(DbConnection connection, string id)
    {
        // Two supervisors who disable each other at once meet here: the second then reads what the first one did.
        await connection.ExecuteAsync($"SELECT id FROM accounts ORDER BY id {database.Dialect.Lock}");
        var accounts = await ListAsync(connection);
        return accounts.All(account => account.Id != id) ? AccountOutcome.Unknown
            : accounts.Any(account => account.Id != id && account.DisabledAt is null && account.Roles.Contains(Roles.Supervisor)) ? AccountOutcome.Done
            : AccountOutcome.LastSupervisor;
    }

    private void Announce(IEnumerable<string> sessions)
    {
        foreach (var session in sessions)
            endings.Announce(session);
    }

    private static async Task<Account?> FindAsync(DbConnection connection, string id)
    {
        var row = await connection.QuerySingleOrDefaultAsync<AccountRow>("SELECT * FROM accounts WHERE id = @id", new { id });
        return row?.Read();
    }

    private static async Task<IReadOnlyList<Account>> ListAsync(DbConnection connection) =>
        [.. (await connection.QueryAsync<AccountRow>("SELECT * FROM accounts ORDER BY created_at, id")).Select(row => row.Read())];
}
