using System.Data.Common;

namespace ReplyBot.Storage;

/// <summary>
/// The database, whichever engine it is. Statements are written so that both engines take them; where they cannot be the same,
/// <see cref="Dialect"/> has the words.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>The words in which this engine differs.</summary>
    SqlDialect Dialect { get; }

    /// <summary>
    /// Runs one unit of writing in a transaction: durable when the task completes, undone when it throws. The unit is run again when
    /// another node was in its way, so it must do nothing but read and write over the connection.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs one reading; each of its statements sees one committed state.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation);
}
