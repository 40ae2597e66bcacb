using System.Data.Common;
using System.Globalization;
using Dapper;

namespace ReplyBot.Storage;

/// <summary>Brings the schema up to date: numbered steps, forward only, in one transaction; of programs that start at once one does it and the others wait.</summary>
public static class Migrator
{
    private const string Prefix = "ReplyBot.Storage.Migrations.";

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="StorageException">The database was written by a newer program.</exception>
    public static async Task MigrateAsync(DbConnection connection, SqlDialect dialect, CancellationToken cancellation)
    {
        var steps = Steps();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (dialect.MigrationLock.Length > 0)
            await connection.ExecuteAsync(dialect.MigrationLock, transaction: transaction);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY)", transaction: transaction);
        var applied = (await connection.QueryAsync<int>("SELECT version FROM schema_versions", transaction: transaction)).ToHashSet();
        var newest = applied.DefaultIfEmpty().Max();
        if (newest > steps[^1].Version)
        {
            throw new StorageException(string.Create(CultureInfo.InvariantCulture,
                $"数据库版本 {newest} 比本程序（{steps[^1].Version}）新，请升级程序 / the database has schema {newest}, this program knows {steps[^1].Version}: use a newer program"));
        }
        foreach (var (version, sql) in steps.Where(step => !applied.Contains(step.Version)))
        {
            await connection.ExecuteAsync(dialect.Fill(sql), transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO schema_versions (version) VALUES (@version)", new { version }, transaction);
        }
        await transaction.CommitAsync(cancellation);
    }

    private static List<(int Version, string Sql)> Steps()
    {
        var assembly = typeof(Migrator).Assembly;
        var steps = new List<(int, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            steps.Add((int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }
        return steps;
    }
}
