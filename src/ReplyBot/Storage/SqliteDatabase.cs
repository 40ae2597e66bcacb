using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using ReplyBot.Storage.Prepared;
using SQLitePCL;

namespace ReplyBot.Storage;

/// <summary>
/// SQLite in one file: WAL with synchronous=FULL, one writer, any number of readers. Writes that arrive while another commit is
/// on its way to the disk share the next one (group commit), so that fifty buyers do not pay fifty fsyncs; one that fails is undone alone.
/// </summary>
public sealed class SqliteDatabase : IDatabase
{
    private const int LargestGroup = 256;

    /// <summary>
    /// Pages of the write-ahead log, of 4 KB, after which they are copied into the database file: seldom enough that a page which is
    /// changed by every turn is copied once for hundreds of turns.
    /// </summary>
    private const int PagesBetweenCheckpoints = 8000;

    /// <summary>Plans depend on no bound value; otherwise a statement with a bound LIMIT is prepared anew each time.</summary>
    private const int StablePlans = 1007;

    private readonly string _connectionString;
    private readonly Channel<IWork> _queue = Channel.CreateBounded<IWork>(4096);
    private readonly ConcurrentBag<PreparedConnection> _readers = [];
    private readonly Task _writing;

    static SqliteDatabase()
    {
        // Before the first connection, after which it is refused: every connection here is used by one thread at a time and needs no lock
        // of its own, and nobody asks how much memory the engine has taken.
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteDatabase(string connectionString, PreparedConnection writer)
    {
        _connectionString = connectionString;
        // A thread of its own: what all buyers wait for does not queue behind their turns.
        _writing = Task.Factory.StartNew(() => WriteLoop(writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public SqlDialect Dialect => SqlDialect.Sqlite;

    /// <summary>Opens the database file, making it and bringing its schema up to date where needed.</summary>
    /// <exception cref="StorageException">The file is no database, or newer than this program.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string path, CancellationToken cancellation, SqliteFlushing flushing = SqliteFlushing.Full)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 10, Pooling = false }.ToString();
        var writer = new SqliteConnection(connectionString);
        try
        {
            await OpenAsync(writer, cancellation);
            await writer.ExecuteAsync($"PRAGMA journal_mode=WAL; PRAGMA synchronous={flushing}; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint={PagesBetweenCheckpoints};");
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
        return new SqliteDatabase(connectionString, new PreparedConnection(writer));
    }

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        var item = new Work<T>(work);
        await _queue.Writer.WriteAsync(item, cancellation);
        return await item.Done;
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        if (!_readers.TryTake(out var connection))
        {
            var opened = new SqliteConnection(_connectionString);
            await OpenAsync(opened, cancellation);
            connection = new PreparedConnection(opened);
        }
        try
        {
            return await work(connection);
        }
        finally
        {
            _readers.Add(connection);
        }
    }

    private static async Task OpenAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await connection.OpenAsync(cancellation);
        raw.sqlite3_db_config(connection.Handle, StablePlans, 1, out _);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        while (_readers.TryTake(out var connection))
            await connection.DisposeAsync();
    }

    private void WriteLoop(PreparedConnection writer)
    {
        using (writer)
        {
            var group = new List<IWork>(LargestGroup);
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                    group.Add(work);
                WriteGroup(writer, group);
                group.Clear();
            }
        }
    }

    /// <summary>Most groups go through as they are; one in which a unit failed is undone and written again, each unit undoable by itself.</summary>
    private static void WriteGroup(PreparedConnection writer, List<IWork> group)
    {
        try
        {
            if (!TryWrite(writer, group))
                WriteOneByOne(writer, group);
        }
        catch (SqliteException failure)
        {
            // The engine itself gave up (disk full, I/O error): nothing of the group is stored, and everybody is told.
            RollBack(writer);
            foreach (var work in group)
                work.Fail(failure);
            return;
        }
        foreach (var work in group)
            work.Complete();
    }

    private static bool TryWrite(PreparedConnection writer, List<IWork> group)
    {
        writer.Run("BEGIN IMMEDIATE");
        foreach (var work in group)
        {
            if (work.Run(writer))
                continue;
            RollBack(writer);
            return false;
        }
        writer.Run("COMMIT");
        return true;
    }

    private static void WriteOneByOne(PreparedConnection writer, List<IWork> group)
    {
        writer.Run("BEGIN IMMEDIATE");
        foreach (var work in group)
        {
            writer.Run("SAVEPOINT work");
            if (!work.Run(writer))
                writer.Run("ROLLBACK TO work");
            writer.Run("RELEASE work");
        }
        writer.Run("COMMIT");
    }

    private static void RollBack(PreparedConnection writer)
    {
        try
        {
            writer.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already.
        }
    }

    private interface IWork
    {
        bool Run(DbConnection connection);

        void Complete();

        void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<DbConnection, Task<T>> work) : IWork
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Done => _done.Task;

        public bool Run(DbConnection connection)
        {
            _failure = null;
            try
            {
                // SQLite does everything on the calling thread, so this waits for nothing.
                _result = work(connection).GetAwaiter().GetResult();
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
