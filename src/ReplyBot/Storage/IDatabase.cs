using System.Data.Common;

namespace ReplyBot.Storage;

/// <summary>The database, whichever engine it is. Statements are written so that both engines take them.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Runs one unit of writing in a transaction: durable when the task completes, undone when it throws.</summary>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs one reading on a consistent state.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation);
}
