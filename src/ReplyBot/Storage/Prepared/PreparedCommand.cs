using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ReplyBot.Storage.Prepared;

/// <summary>A command of a <see cref="PreparedConnection"/>: lends the prepared statement of its text and gives it back when disposed.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand? _statement;

    [AllowNull]
    public override string CommandText
    {
        get => _statement?.CommandText ?? "";
        set
        {
            if (value == CommandText)
                return;
            var statement = connection.Take(value ?? "");
            if (_statement is { } before)
            {
                // What was bound so far belongs to the new text.
                var bound = before.Parameters.Cast<SqliteParameter>().ToList();
                connection.GiveBack(before);
                statement.Parameters.AddRange(bound);
            }
            _statement = statement;
        }
    }

    public override int CommandTimeout
    {
        get => Statement.CommandTimeout;
        set => Statement.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => Statement.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A prepared command stays with its connection.");
    }

    protected override DbTransaction? DbTransaction
    {
        get => null;
        set
        {
            if (value is not null)
                throw new NotSupportedException("A unit of writing is a transaction already.");
        }
    }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    private SqliteCommand Statement => _statement ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() => Statement.Cancel();

    public override void Prepare() => Statement.Prepare();

    public override int ExecuteNonQuery() => Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);

    protected override DbParameter CreateDbParameter() => new PrefixedParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _statement is { } statement)
        {
            _statement = null;
            connection.GiveBack(statement);
        }
        base.Dispose(disposing);
    }
}
