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
        await using (var statements = new GroupStatements(writer))
        {
            var group = new List<IWork>(LargestGroup);
            while (await _queue.Reader.WaitToReadAsync())
            {
                while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                    group.Add(work);
                await WriteGroupAsync(writer, statements, group);
                group.Clear();
            }
        }
    }

    private static async Task WriteGroupAsync(SqliteConnection writer, GroupStatements statements, List<IWork> group)
    {
        try
        {
            await statements.BeginAsync();
            foreach (var work in group)
            {
                await statements.SaveAsync();
                if (!await work.RunAsync(writer))
                    await statements.UndoAsync();
                await statements.ReleaseAsync();
            }
            await statements.CommitAsync();
        }
        catch (SqliteException failure)
        {
            // The engine itself gave up (disk full, I/O error): nothing of the group is stored, and everybody is told.
            await RollBackAsync(statements);
            foreach (var work in group)
                work.Fail(failure);
            return;
        }
        foreach (var work in group)
            work.Complete();
    }

    private static async Task RollBackAsync(GroupStatements statements)
    {
        try
        {
            await statements.RollBackAsync();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already.
        }
    }

    /// <summary>The statements around every unit of work, prepared once.</summary>
    private sealed class GroupStatements(SqliteConnection writer) : IAsyncDisposable
    {
        private readonly SqliteCommand _begin = new("BEGIN IMMEDIATE", writer);
        private readonly SqliteCommand _save = new("SAVEPOINT work", writer);
        private readonly SqliteCommand _undo = new("ROLLBACK TO work", writer);
        private readonly SqliteCommand _release = new("RELEASE work", writer);
        private readonly SqliteCommand _commit = new("COMMIT", writer);
        private readonly SqliteCommand _rollBack = new("ROLLBACK", writer);

        public Task<int> BeginAsync() => _begin.ExecuteNonQueryAsync();

        public Task<int> SaveAsync() => _save.ExecuteNonQueryAsync();

        public Task<int> UndoAsync() => _undo.ExecuteNonQueryAsync();

        public Task<int> ReleaseAsync() => _release.ExecuteNonQueryAsync();

        public Task<int> CommitAsync() => _commit.ExecuteNonQueryAsync();

        public Task<int> RollBackAsync() => _rollBack.ExecuteNonQueryAsync();

        public async ValueTask DisposeAsync()
        {
            foreach (var command in new[] { _begin, _save, _undo, _release, _commit, _rollBack })
                await command.DisposeAsync();
        }
    }

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
