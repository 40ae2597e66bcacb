using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ReplyBot.Storage.Prepared;

/// <summary>
/// A SQLite connection that keeps its statements prepared: the program runs the same few dozen again and again, and preparing one
/// costs more than running it. Used by one thread at a time.
/// </summary>
/// <param name="connection">The opened connection, which is closed with this one.</param>
internal sealed class PreparedConnection(SqliteConnection connection) : DbConnection
{
    /// <summary>Statements that are written anew each time must not fill the memory.</summary>
    private const int MostStatements = 200;

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    [AllowNull]
    public override string ConnectionString
    {
        get => connection.ConnectionString;
        set => connection.ConnectionString = value;
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void Open() => connection.Open();

    public override void Close() => connection.Close();

    public override void ChangeDatabase(string databaseName) => connection.ChangeDatabase(databaseName);

    /// <summary>Runs a statement without parameters and results.</summary>
    public void Run(string text)
    {
        var command = Take(text);
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            GiveBack(command);
        }
    }

    /// <summary>The statement of this text, prepared where it was used before; nobody else has it until it is given back.</summary>
    public SqliteCommand Take(string text) => _idle.Remove(text, out var known) ? known : new SqliteCommand(text, connection);

    /// <summary>Keeps a statement for its next use.</summary>
    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= MostStatements || !_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("A unit of writing is a transaction already.");

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _idle.Values)
                command.Dispose();
            _idle.Clear();
            connection.Dispose();
        }
        base.Dispose(disposing);
    }
}
