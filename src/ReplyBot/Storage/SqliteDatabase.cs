using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReplyBot.Storage;

/// <summary>
/// SQLite in one file: WAL with synchronous=FULL, one writer, any number of readers. Writes that arrive while another commit is
/// on its way to the disk share the next one (group commit), each in a savepoint of its own, so that fifty buyers do not pay fifty fsyncs.
/// </summary>
public sealed class SqliteDatabase : IDatabase
{
    private const int LargestGroup = 256;

    private readonly string _connectionString;
    private readonly Channel<IWork> _queue = Channel.CreateBounded<IWork>(4096);
    private readonly Task _writing;

    private SqliteDatabase(string connectionString, SqliteConnection writer)
    {
        _connectionString = connectionString;
        _writing = Task.Run(() => WriteLoopAsync(writer));
    }

    public SqlDialect Dialect => SqlDialect.Sqlite;

    /// <summary>Opens the database file, making it and bringing its schema up to date where needed.</summary>
    /// <exception cref="StorageException">The file is no database, or newer than this program.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string path, CancellationToken cancellation, SqliteFlushing flushing = SqliteFlushing.Full)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 10 }.ToString();
        var writer = new SqliteConnection(connectionString);
        try
        {
            await writer.OpenAsync(cancellation);
            await writer.ExecuteAsync($"PRAGMA journal_mode=WAL; PRAGMA synchronous={flushing}; PRAGMA foreign_keys=ON;");
            await Migrator.MigrateAsync(writer, SqlDialect.Sqlite, cancellation);
        }
        catch (SqliteException failure)
        {
            await writer.DisposeAsync();
            throw new StorageException($"数据库文件 {path} 打不开 / the database file {path} cannot be opened: {failure.Message}", failure);
        }
        catch (StorageException)
        {
            await writer.DisposeAsync();
            throw;
        }
        return new SqliteDatabase(connectionString, writer);
    }

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        var item = new Work<T>(work);
        await _queue.Writer.WriteAsync(item, cancellation);
        return await item.Done;
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return await work(connection);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        SqliteConnection.ClearAllPools();
    }

    private async Task WriteLoopAsync(SqliteConnection writer)
    {
        await using (writer)
        {
            var group = new List<IWork>(LargestGroup);
            while (await _queue.Reader.WaitToReadAsync())
            {
                while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                    group.Add(work);
                await WriteGroupAsync(writer, group);
                group.Clear();
            }
        }
    }

    private static async Task WriteGroupAsync(SqliteConnection writer, List<IWork> group)
    {
        try
        {
            await ExecuteAsync(writer, "BEGIN IMMEDIATE");
            foreach (var work in group)
            {
                await ExecuteAsync(writer, "SAVEPOINT work");
                if (!await work.RunAsync(writer))
                    await ExecuteAsync(writer, "ROLLBACK TO work");
                await ExecuteAsync(writer, "RELEASE work");
            }
            await ExecuteAsync(writer, "COMMIT");
        }
        catch (SqliteException failure)
        {
            // The engine itself gave up (disk full, I/O error): nothing of the group is stored, and everybody is told.
            await RollBackAsync(writer);
            foreach (var work in group)
                work.Fail(failure);
            return;
        }
        foreach (var work in group)
            work.Complete();
    }

    private static async Task RollBackAsync(SqliteConnection writer)
    {
        try
        {
            await ExecuteAsync(writer, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already.
        }
    }

    private static Task<int> ExecuteAsync(SqliteConnection connection, string statement) => connection.ExecuteAsync(statement);

    private interface IWork
    {
        Task<bool> RunAsync(DbConnection connection);

        void Complete();

        void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<DbConnection, Task<T>> work) : IWork
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Done => _done.Task;

        public async Task<bool> RunAsync(DbConnection connection)
        {
            try
            {
                _result = await work(connection);
                return true;
            }
#pragma warning disable CA1031 // Whatever the unit threw belongs to its caller; the group goes on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                _failure = failure;
                return false;
            }
        }

        public void Complete()
        {
            if (_failure is not null)
                _done.TrySetException(_failure);
            else
                _done.TrySetResult(_result!);
        }

        public void Fail(Exception failure) => _done.TrySetException(_failure ?? failure);
    }
}
