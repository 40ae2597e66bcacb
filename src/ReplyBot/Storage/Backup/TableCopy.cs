using System.Data.Common;
using Dapper;

namespace ReplyBot.Storage.Backup;

/// <summary>Copies the content of all tables from one database to another, whichever engines they are.</summary>
internal static class TableCopy
{
    /// <summary>Copies all rows into tables of the same schema; what is there already stays.</summary>
    /// <param name="tables">The tables, those that others refer to first.</param>
    /// <param name="from">Where the rows are.</param>
    /// <param name="to">Where they go, inside of a transaction.</param>
    /// <param name="cancellation">Cancels copying.</param>
    /// <returns>How many rows.</returns>
    public static async Task<long> CopyAsync(IReadOnlyList<string> tables, DbConnection from, DbConnection to, CancellationToken cancellation)
    {
        var rows = 0L;
        foreach (var table in tables)
            rows += await CopyAsync(table, from, to, cancellation);
        return rows;
    }

    private static async Task<long> CopyAsync(string table, DbConnection from, DbConnection to, CancellationToken cancellation)
    {
        await using var select = from.CreateCommand();
        select.CommandText = $"SELECT * FROM {table}";
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        await using var insert = to.CreateCommand();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))}) ON CONFLICT DO NOTHING";
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = column;
            insert.Parameters.Add(parameter);
        }
        var rows = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            for (var column = 0; column < columns.Count; column++)
                insert.Parameters[column].Value = reader.GetValue(column);
            rows += await insert.ExecuteNonQueryAsync(cancellation);
        }
        return rows;
    }

    /// <summary>The tables of a SQLite database in the order in which they were made, so that those that others refer to come first.</summary>
    public static async Task<IReadOnlyList<string>> TablesOfAsync(DbConnection sqlite) =>
        [.. await sqlite.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_versions' ORDER BY rowid")];
}
