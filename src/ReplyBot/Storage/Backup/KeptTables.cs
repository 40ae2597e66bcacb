using System.Data.Common;
using Dapper;
using ReplyBot.Audit;
using ReplyBot.Privacy;

namespace ReplyBot.Storage.Backup;

/// <summary>
/// What an older backup must not undo: who may enter, what was done, and which buyers were deleted. Accounts and keys of the database
/// stay as they are, those that only the backup has are added; its log stays, unless it has none yet.
/// </summary>
internal sealed class KeptTables
{
    private const string Log = "audit_entries";

    /// <summary>Sign-ins of then are over: neither their sessions nor links for a first account come back.</summary>
    public static readonly string[] Left = ["sessions", "invitations"];

    private readonly bool _hasLog;

    private KeptTables(bool hasLog) => _hasLog = hasLog;

    /// <summary>The tables whose rows are not deleted before a backup is put in their place.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal) { "accounts", "api_keys", Log };

    /// <summary>What a database keeps.</summary>
    public static async Task<KeptTables> OfAsync(DbConnection connection) =>
        new(await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {Log}") > 0);

    /// <summary>Whether nothing of a backup is added to a table.</summary>
    public bool IsWhole(string table) => table == Log && _hasLog;

    /// <summary>Deletes again what the log says was deleted.</summary>
    public static async Task EraseAgainAsync(DbConnection connection)
    {
        foreach (var erased in (await connection.QueryAsync<string>($"SELECT detail FROM {Log} WHERE action = @action", new { action = AuditActions.BuyerErased })).ToList())
            foreach (var conversation in erased.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                await BuyerErasure.EraseAsync(connection, conversation);
    }
}
