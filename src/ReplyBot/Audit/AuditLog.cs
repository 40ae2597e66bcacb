using System.Data.Common;
using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Audit;

/// <summary>The audit log: entries are appended and read, there is no statement that changes or removes one.</summary>
public sealed class AuditLog(IDatabase database, TimeProvider clock)
{
    /// <summary>The actor of what is done at the command line, where the machine's own accounts decide who may.</summary>
    public const string CommandLine = "command line";

    /// <summary>Appends an entry.</summary>
    public Task WriteAsync(string actor, string action, string subject, string detail, CancellationToken cancellation) =>
        database.WriteAsync(connection => AppendAsync(connection, actor, action, subject, detail), cancellation);

    /// <summary>Appends an entry within a change that it belongs to: both are stored or neither.</summary>
    public Task<int> AppendAsync(DbConnection connection, string actor, string action, string subject, string detail) =>
        connection.ExecuteAsync("INSERT INTO audit_entries (at, actor, action, subject, detail) VALUES (@at, @actor, @action, @subject, @detail)",
            new { at = StoredTime.Write(clock.GetUtcNow()), actor, action, subject, detail });

    /// <summary>Entries older than <paramref name="before"/>, newest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> ReadAsync(long before, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AuditEntry>>(async connection =>
            [.. (await connection.QueryAsync<Row>("SELECT * FROM audit_entries WHERE id < @before ORDER BY id DESC LIMIT @take", new { before, take }))
                .Select(row => new AuditEntry(row.Id, StoredTime.Read(row.At), row.Actor, row.Action, row.Subject, row.Detail))], cancellation);

    private sealed class Row
    {
        public long Id { get; init; }
        public long At { get; init; }
        public required string Actor { get; init; }
        public required string Action { get; init; }
        public required string Subject { get; init; }
        public required string Detail { get; init; }
    }
}
