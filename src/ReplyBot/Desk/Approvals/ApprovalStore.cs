using System.Globalization;
using Dapper;
using ReplyBot.Audit;
using ReplyBot.Conversations.Feed;
using ReplyBot.Storage;

namespace ReplyBot.Desk.Approvals;

/// <summary>
/// Keeps what agents ask to be allowed and what supervisors answer; each with its entry in the audit log, both or neither. A conversation
/// has at most one open request. Consoles hear of it as of any other change of the conversation.
/// </summary>
public sealed class ApprovalStore(IDatabase database, AuditLog audit, ConversationFeed feed, TimeProvider clock)
{
    /// <summary>How long what was granted may be said.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    private const int MostRows = 200;

    /// <summary>Keeps a request; false when the conversation has an open one.</summary>
    public async Task<bool> AskAsync(Approval approval, CancellationToken cancellation)
    {
        var asked = await database.WriteAsync(async connection =>
        {
            var added = await connection.ExecuteAsync("""
                INSERT INTO approvals (id, conversation_id, policy_case, asked, reason, asked_by, asked_at)
                VALUES (@Id, @ConversationId, @Case, @asked, @Reason, @AskedBy, @at)
                ON CONFLICT (conversation_id) WHERE answered_at IS NULL DO NOTHING
                """, new { approval.Id, approval.ConversationId, approval.Case, asked = Fen(approval.AskedYuan), approval.Reason, approval.AskedBy, at = StoredTime.Write(approval.AskedAt) });
            if (added > 0)
                await audit.AppendAsync(connection, approval.AskedBy, AuditActions.ApprovalAsked, approval.ConversationId, $"{approval.Case} {Yuan(approval.AskedYuan)}");
            return added > 0;
        }, cancellation);
        if (asked)
            feed.Announce(new ConversationNews(approval.ConversationId));
        return asked;
    }

    /// <summary>Keeps an answer; false when there was one before.</summary>
    public async Task<bool> AnswerAsync(Approval approval, ApprovalAnswer answer, CancellationToken cancellation)
    {
        var at = StoredTime.Write(clock.GetUtcNow());
        var answered = await database.WriteAsync(async connection =>
        {
            var changed = await connection.ExecuteAsync("""
                UPDATE approvals SET granted = @granted, note = @Note, answered_by = @By, answered_at = @at WHERE id = @Id AND answered_at IS NULL
                """, new { approval.Id, granted = answer.GrantedYuan is { } yuan ? Fen(yuan) : (long?)null, answer.Note, answer.By, at });
            if (changed > 0)
            {
                var action = answer.GrantedYuan is null ? AuditActions.ApprovalWithdrawn : AuditActions.ApprovalAnswered;
                var granted = answer.GrantedYuan is { } amount ? $" → {Yuan(amount)}" : "";
                await audit.AppendAsync(connection, answer.By, action, approval.ConversationId, $"{approval.Case} {Yuan(approval.AskedYuan)}{granted}");
            }
            return changed > 0;
        }, cancellation);
        if (answered)
            feed.Announce(new ConversationNews(approval.ConversationId));
        return answered;
    }

    /// <summary>The request with this id, or null.</summary>
    public Task<Approval?> FindAsync(string id, CancellationToken cancellation) =>
        database.ReadAsync(async connection => (await connection.QuerySingleOrDefaultAsync<Row>("SELECT * FROM approvals WHERE id = @id", new { id }))?.Read(), cancellation);

    /// <summary>The requests of a conversation, oldest first.</summary>
    public Task<IReadOnlyList<Approval>> OfAsync(string conversationId, CancellationToken cancellation) =>
        ListAsync("conversation_id = @conversationId ORDER BY asked_at, id", new { conversationId, MostRows }, cancellation);

    /// <summary>The open requests, oldest first.</summary>
    public Task<IReadOnlyList<Approval>> OpenAsync(CancellationToken cancellation) =>
        ListAsync("answered_at IS NULL ORDER BY asked_at, id", new { MostRows }, cancellation);

    /// <summary>The requests answered since a time, newest first.</summary>
    public Task<IReadOnlyList<Approval>> AnsweredAsync(DateTimeOffset since, CancellationToken cancellation) =>
        ListAsync("answered_at >= @since ORDER BY answered_at DESC, id", new { since = StoredTime.Write(since), MostRows }, cancellation);

    /// <summary>The most that was granted in a conversation and may still be said, in yuan; 0 where nothing was.</summary>
    public async Task<decimal> GrantedYuanAsync(string conversationId, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Validity;
        return (await OfAsync(conversationId, cancellation)).Where(approval => approval.AnsweredAt >= since).Max(approval => approval.GrantedYuan) ?? 0;
    }

    private Task<IReadOnlyList<Approval>> ListAsync(string which, object parameters, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Approval>>(async connection =>
            [.. (await connection.QueryAsync<Row>($"SELECT * FROM approvals WHERE {which} LIMIT @MostRows", parameters)).Select(row => row.Read())], cancellation);

    private static long Fen(decimal yuan) => (long)(yuan * 100);

    private static string Yuan(decimal yuan) => yuan.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string ConversationId { get; init; }
        public required string PolicyCase { get; init; }
        public long Asked { get; init; }
        public required string Reason { get; init; }
        public required string AskedBy { get; init; }
        public long AskedAt { get; init; }
        public long? Granted { get; init; }
        public string? Note { get; init; }
        public string? AnsweredBy { get; init; }
        public long? AnsweredAt { get; init; }

        public Approval Read() => new(Id, ConversationId, PolicyCase, Asked / 100m, Reason, AskedBy, StoredTime.Read(AskedAt))
        {
            GrantedYuan = Granted / 100m,
            Note = Note,
            AnsweredBy = AnsweredBy,
            AnsweredAt = StoredTime.Read(AnsweredAt),
        };
    }
}
