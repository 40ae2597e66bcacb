using System.Data.Common;
using Npgsql;

namespace ReplyBot.Storage;

/// <summary>
/// PostgreSQL, shared by any number of equal nodes. Every unit of writing is a transaction of its own (the server shares one flush
/// among those that commit at once) and is run again when another node was in its way.
/// </summary>
public sealed class NpgsqlDatabase : IDatabase
{
    private const int Attempts = 10;
    private const int MostConnections = 30;
    private const int StandardMostConnections = 100;
    private const int PreparedStatements = 100;

    private NpgsqlDatabase(NpgsqlDataSource source) => Source = source;

    public SqlDialect Dialect => SqlDialect.Postgres;

    /// <summary>The connections, for what is not a unit of reading or writing.</summary>
    internal NpgsqlDataSource Source { get; }

    /// <summary>Connects to a database and brings its schema up to date where needed.</summary>
    /// <param name="connectionString">In Npgsql's form. Without a pool size of its own a node takes up to 30 connections, so that three nodes fit a server as it is installed.</param>
    /// <param name="cancellation">Cancels connecting.</param>
    /// <exception cref="StorageException">The server cannot be reached or refuses, or the schema is newer than this program.</exception>
    public static async Task<NpgsqlDatabase> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        NpgsqlDataSource? source = null;
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = PreparedStatements, ApplicationName = "ReplyBot" };
            if (settings.MaxPoolSize == StandardMostConnections)
                settings.MaxPoolSize = MostConnections;
            source = NpgsqlDataSource.Create(settings);
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await Migrator.MigrateAsync(connection, SqlDialect.Postgres, cancellation);
            return new NpgsqlDatabase(source);
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException or StorageException)
        {
            if (source is not null)
                await source.DisposeAsync();
            // The connection string has a password in it and is not repeated.
            throw failure as StorageException
                ?? new StorageException($"连不上 PostgreSQL（ConnectionStrings__Postgres）/ the PostgreSQL database of ConnectionStrings__Postgres cannot be used: {failure.Message}", failure);
        }
    }

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, cancellation);
            }
            catch (PostgresException conflict) when (attempt < Attempts && IsConflict(conflict))
            {
                await Task.Delay(Random.Shared.Next(1 << attempt), cancellation);
            }
        }
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellation);
        return await work(connection);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private async Task<T> WriteOnceAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(connection);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>
    /// Two nodes met: the second run reads what the first one stored. A key that was free when it was looked for and taken when it was
    /// written is such a meeting too.
    /// </summary>
    private static bool IsConflict(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;
}
