using Dapper;
using Microsoft.Data.Sqlite;

namespace ReplyBot.Storage.Backup;

/// <summary>
/// Backups of the database while it is in use. A backup is one SQLite file, whichever engine it was made from, and can be restored to
/// either, so that it is also the way from one engine to the other.
/// </summary>
public sealed class DataBackup(IDatabase database)
{
    /// <summary>Writes a backup of one consistent state.</summary>
    /// <exception cref="StorageException">The file is there already.</exception>
    public async Task WriteAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new StorageException($"文件已存在，不会覆盖 / the file is there already and is not overwritten: {path}");
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        if (database is NpgsqlDatabase postgres)
            await CopyOutAsync(postgres, unfinished, cancellation);
        else
            await database.ReadAsync(connection => connection.ExecuteAsync("VACUUM INTO @unfinished", new { unfinished }), cancellation);
        File.Move(unfinished, path);
    }

    /// <summary>
    /// Puts a backup in the place of what the database holds, all or nothing. Who may enter stays as it is: passwords, disabled accounts and
    /// revoked keys of today count, nobody is signed in, and buyers who were deleted since stay deleted.
    /// </summary>
    /// <param name="path">The backup.</param>
    /// <param name="replace">Whether what is there may go.</param>
    /// <param name="cancellation">Cancels restoring; nothing is changed then.</param>
    /// <returns>How many rows were restored.</returns>
    /// <exception cref="StorageException">The file is no sound backup, is newer than this program, or the database is not empty.</exception>
    public async Task<long> RestoreAsync(string path, bool replace, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new StorageException($"找不到备份文件 / there is no backup file {path}");
        var copy = Path.Combine(Path.GetTempPath(), $"replybot-restore-{Guid.NewGuid():N}.db");
        File.Copy(path, copy);
        try
        {
            // Opening brings an older backup up to the schema of this program; the backup itself stays as it is.
            await using (await SqliteDatabase.OpenAsync(copy, cancellation))
            {
            }
            await using var backup = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
            await backup.OpenAsync(cancellation);
            if (await backup.ExecuteScalarAsync<string>("PRAGMA integrity_check") is not "ok" and var damage)
                throw new StorageException($"备份文件已损坏 / the backup is damaged: {path}: {damage}");
            return await CopyInAsync(backup, replace, cancellation);
        }
        finally
        {
            foreach (var leftover in new[] { copy, copy + "-wal", copy + "-shm" })
                File.Delete(leftover);
        }
    }

    private async Task<long> CopyInAsync(SqliteConnection backup, bool replace, CancellationToken cancellation)
    {
        var tables = await TableCopy.TablesOfAsync(backup);
        return await database.WriteAsync(async connection =>
        {
            if (!replace && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM conversations") is > 0 and var there)
                throw new StorageException($"数据库里已有 {there} 个会话；确定要替换请加 --replace / the database holds {there} conversations; add --replace to put the backup in their place");
            var kept = await KeptTables.OfAsync(connection);
            foreach (var table in tables.Reverse().Where(table => !KeptTables.All.Contains(table)))
                await connection.ExecuteAsync($"DELETE FROM {table}");
            var rows = await TableCopy.CopyAsync([.. tables.Where(table => !KeptTables.Left.Contains(table) && !kept.IsWhole(table))], backup, connection, cancellation);
            await KeptTables.EraseAgainAsync(connection);
            if (database is NpgsqlDatabase)
                await ContinueCountingAsync(connection);
            return rows;
        }, cancellation);
    }

    private static async Task CopyOutAsync(NpgsqlDatabase postgres, string path, CancellationToken cancellation)
    {
        await using (var file = await SqliteDatabase.OpenAsync(path, cancellation))
        {
            await using var source = await postgres.Source.OpenConnectionAsync(cancellation);
            await using var snapshot = await source.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await file.WriteAsync(async connection => await TableCopy.CopyAsync(await TableCopy.TablesOfAsync(connection), source, connection, cancellation), cancellation);
        }
        // One file and nothing beside it: the write-ahead log is merged and left off.
        await using var whole = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await whole.OpenAsync(cancellation);
        await whole.ExecuteAsync("PRAGMA journal_mode=DELETE");
    }

    /// <summary>Keys that count up by themselves go on after the restored ones.</summary>
    private static async Task ContinueCountingAsync(System.Data.Common.DbConnection connection)
    {
        var counted = (await connection.QueryAsync<(string Table, string Column)>(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'")).ToList();
        foreach (var (table, column) in counted)
            await connection.ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}), false)");
    }
}
