using System.Data.Common;
using System.Text.Json;
using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Storage;

public sealed partial class SqlConversationStore
{
    public Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellation) =>
        database.ReadAsync(connection => FindAsync(connection, conversationId), cancellation);

    private static async Task<Conversation?> FindAsync(DbConnection connection, string conversationId)
    {
        var row = await connection.QuerySingleOrDefaultAsync<ConversationRow>(ConversationRow.Select + " WHERE c.id = @conversationId", new { conversationId });
        return row?.Read();
    }

    public Task<Conversation?> FindByBuyerAsync(BuyerAddress buyer, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<ConversationRow>(ConversationRow.Select + """
                 WHERE c.shop = @Shop AND c.channel = @Channel AND c.channel_account = @ChannelAccount AND c.buyer_id = @BuyerId
                ORDER BY c.created_at DESC LIMIT 1
                """, buyer);
            return row?.Read();
        }, cancellation);

    public Task<IReadOnlyList<Conversation>> ListAsync(ConversationScope scope, string? agentId, int take, CancellationToken cancellation)
    {
        var which = scope switch
        {
            ConversationScope.Waiting => " WHERE h.id IS NOT NULL AND h.agent_id IS NULL ORDER BY h.opened_at - h.head_start - CASE WHEN c.last_agent = @agentId THEN @own ELSE 0 END - CASE WHEN h.offered_to = @agentId THEN @offered ELSE 0 END, c.id LIMIT @take",
            ConversationScope.Mine => " WHERE h.agent_id = @agentId ORDER BY c.last_at DESC, c.id LIMIT @take",
            _ => " ORDER BY c.last_at DESC, c.id LIMIT @take",
        };
        return database.ReadAsync<IReadOnlyList<Conversation>>(async connection =>
            [.. (await connection.QueryAsync<ConversationRow>(ConversationRow.Select + which, new { agentId, take, own = (long)QueueOrder.OwnBuyer.TotalMilliseconds, offered = (long)QueueOrder.Offered.TotalMilliseconds })).Select(row => row.Read())], cancellation);
    }

    public Task<IReadOnlyList<Message>> MessagesAsync(string conversationId, long after, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Message>>(async connection =>
            [.. (await connection.QueryAsync<MessageRow>(
                "SELECT * FROM messages WHERE conversation_id = @conversationId AND seq > @after ORDER BY seq LIMIT @take",
                new { conversationId, after, take })).Select(row => row.Read())], cancellation);

    public Task<Message?> FindByClientIdAsync(string conversationId, string clientId, CancellationToken cancellation) =>
        database.ReadAsync(connection => FindByClientIdAsync(connection, conversationId, clientId), cancellation);

    private static async Task<Message?> FindByClientIdAsync(DbConnection connection, string conversationId, string clientId)
    {
        var row = await connection.QuerySingleOrDefaultAsync<MessageRow>(
            "SELECT * FROM messages WHERE conversation_id = @conversationId AND client_id = @clientId", new { conversationId, clientId });
        return row?.Read();
    }

    public Task<SuggestionSet?> SuggestionsAsync(string conversationId, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var rows = (await connection.QueryAsync<SuggestionRow>("""
                SELECT * FROM suggestions WHERE conversation_id = @conversationId
                    AND message_seq = (SELECT MAX(message_seq) FROM suggestions WHERE conversation_id = @conversationId)
                ORDER BY rank
                """, new { conversationId })).ToList();
            return rows.Count == 0 ? null : new SuggestionSet(rows[0].MessageSeq, [.. rows.Select(row => row.Read())]);
        }, cancellation);

    public Task<IReadOnlyList<string>> PendingTurnsAsync(DateTimeOffset now, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection =>
            [.. await connection.QueryAsync<string>(
                "SELECT conversation_id FROM pending_turns WHERE due_at <= @now ORDER BY due_at LIMIT @take",
                new { now = StoredTime.Write(now), take })], cancellation);

    public Task<IReadOnlyList<string>> LostLeasesAsync(DateTimeOffset now, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection =>
            [.. await connection.QueryAsync<string>(
                "SELECT conversation_id FROM handoffs WHERE closed_at IS NULL AND agent_id IS NOT NULL AND lease_until <= @now ORDER BY opened_at",
                new { now = StoredTime.Write(now) })], cancellation);

    public Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(CancellationToken cancellation) =>
        OpenPromisesAsync("", new { }, cancellation);

    public Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(string conversationId, CancellationToken cancellation) =>
        OpenPromisesAsync(" AND conversation_id = @conversationId", new { conversationId }, cancellation);

    private Task<IReadOnlyList<WaitingPromise>> OpenPromisesAsync(string which, object parameters, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<WaitingPromise>>(async connection =>
            [.. (await connection.QueryAsync<PromiseRow>($"SELECT * FROM promises WHERE kept_at IS NULL{which} ORDER BY at, id", parameters)).Select(row => row.Read())],
            cancellation);

    public Task<IReadOnlyList<string>> DuePromisesAsync(DateTimeOffset overdue, DateTimeOffset soon, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection =>
            [.. await connection.QueryAsync<string>("""
                SELECT conversation_id FROM promises WHERE kept_at IS NULL AND deadline <= @soon AND (deadline <= @overdue OR reminded_at IS NULL)
                GROUP BY conversation_id ORDER BY MIN(at), conversation_id
                """, new { overdue = StoredTime.Write(overdue), soon = StoredTime.Write(soon) })], cancellation);

    public Task<IReadOnlyList<Conversation>> UnpromisedAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Conversation>>(async connection =>
            [.. (await connection.QueryAsync<ConversationRow>(ConversationRow.Select + """
                 WHERE h.id IS NOT NULL AND (h.agent_id IS NULL OR c.last_from = @buyer)
                    AND NOT EXISTS (SELECT 1 FROM promises p WHERE p.conversation_id = c.id AND p.kept_at IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM pending_turns t WHERE t.conversation_id = c.id)
                ORDER BY h.opened_at, c.id
                """, new { buyer = (int)MessageAuthor.Buyer })).Select(row => row.Read())], cancellation);

    public Task<IReadOnlyList<PlannedContact>> PlannedContactsAsync(string? conversationId, DateTimeOffset? dueBy, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<PlannedContact>>(async connection =>
            [.. (await connection.QueryAsync<ContactRow>($"""
                SELECT * FROM planned_contacts WHERE settled_at IS NULL{(conversationId is null ? "" : " AND conversation_id = @conversationId")}{(dueBy is null ? "" : " AND due_at <= @due")} ORDER BY due_at, id
                """, new { conversationId, due = StoredTime.Write(dueBy) })).Select(row => row.Read())],
            cancellation);

    public Task<StoredFile?> FileAsync(string fileId, CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<FileRow>("SELECT * FROM files WHERE id = @fileId", new { fileId });
            return row is null ? null : new StoredFile(row.Id, row.ConversationId, row.Name, row.ContentType, row.Content);
        }, cancellation);

    private sealed class SuggestionRow
    {
        public required string Id { get; init; }
        public long MessageSeq { get; init; }
        public int Rank { get; init; }
        public required string ScriptId { get; init; }
        public required string Question { get; init; }
        public required string Intent { get; init; }
        public required string Text { get; init; }
        public double Score { get; init; }
        public required string Reason { get; init; }
        public required string Unfilled { get; init; }

        public Suggestion Read() => new(Id, Rank, ScriptId, Question, Intent, Text, Score, Reason,
            JsonSerializer.Deserialize<string[]>(Unfilled, StoredJson.Options) ?? []);
    }

    private sealed class PromiseRow
    {
        public required string Id { get; init; }
        public required string ConversationId { get; init; }
        public int MadeBy { get; init; }
        public required string Text { get; init; }
        public long At { get; init; }
        public long Deadline { get; init; }
        public long? ReassuredAt { get; init; }
        public long? RemindedAt { get; init; }
        public long? AlarmedAt { get; init; }

        public WaitingPromise Read() => new(Id, ConversationId, (MessageAuthor)MadeBy, Text, StoredTime.Read(At), StoredTime.Read(Deadline), StoredTime.Read(ReassuredAt))
        {
            RemindedAt = StoredTime.Read(RemindedAt),
            AlarmedAt = StoredTime.Read(AlarmedAt),
        };
    }

    private sealed class ContactRow
    {
        public required string Id { get; init; }
        public required string ConversationId { get; init; }
        public string? AgentId { get; init; }
        public long DueAt { get; init; }
        public string? ScriptId { get; init; }
        public required string Note { get; init; }
        public long At { get; init; }

        public PlannedContact Read() => new(Id, ConversationId, AgentId, StoredTime.Read(DueAt), ScriptId, Note, StoredTime.Read(At));
    }

    private sealed class FileRow
    {
        public required string Id { get; init; }
        public required string ConversationId { get; init; }
        public required string Name { get; init; }
        public required string ContentType { get; init; }
        public required byte[] Content { get; init; }
    }
}
