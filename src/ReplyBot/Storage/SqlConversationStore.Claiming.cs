using System.Data.Common;
using Dapper;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Storage;

/// <summary>
/// Work is given out once: claiming moves its due time forward, which is also when it comes back should the claimer be gone.
/// Nodes that claim at once leave each other's rows out.
/// </summary>
public sealed partial class SqlConversationStore
{
    public async Task<IReadOnlyList<string>> ClaimTurnsAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation)
    {
        if ((await PendingTurnsAsync(now, 1, cancellation)).Count == 0)
            return [];
        return await database.WriteAsync<IReadOnlyList<string>>(async connection =>
        {
            var due = (await connection.QueryAsync<string>(
                $"SELECT p.conversation_id FROM pending_turns p WHERE p.due_at <= @now ORDER BY p.due_at LIMIT @take {database.Dialect.SkipLocked("p")}",
                new { now = StoredTime.Write(now), take })).ToList();
            await connection.ExecuteAsync("UPDATE pending_turns SET due_at = @until WHERE conversation_id = @conversationId",
                due.Select(conversationId => new { conversationId, until = StoredTime.Write(until) }));
            return due;
        }, cancellation);
    }

    public async Task<IReadOnlyList<Delivery>> ClaimDeliveriesAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation)
    {
        var at = StoredTime.Write(now);
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>("SELECT MIN(next_at) FROM deliveries WHERE settled_at IS NULL"), cancellation) is not { } first || first > at)
            return [];
        return await database.WriteAsync(connection => ClaimDeliveriesAsync(connection, at, StoredTime.Write(until), take), cancellation);
    }

    private async Task<IReadOnlyList<Delivery>> ClaimDeliveriesAsync(DbConnection connection, long now, long until, int take)
    {
        // Only the oldest open delivery of a conversation: its replies arrive in order.
        var due = (await connection.QueryAsync<DeliveryRow, MessageRow, Delivery>($"""
            SELECT d.attempts, c.delivery_address, m.* FROM deliveries d
            JOIN conversations c ON c.id = d.conversation_id
            JOIN messages m ON m.conversation_id = d.conversation_id AND m.seq = d.seq
            WHERE d.settled_at IS NULL AND d.next_at <= @now
                AND d.seq = (SELECT MIN(o.seq) FROM deliveries o WHERE o.conversation_id = d.conversation_id AND o.settled_at IS NULL)
            ORDER BY d.next_at LIMIT @take {database.Dialect.SkipLocked("d")}
            """, (delivery, message) => new Delivery(message.ConversationId, delivery.DeliveryAddress, message.Read(), delivery.Attempts), new { now, take }, splitOn: "conversation_id")).ToList();
        await connection.ExecuteAsync("UPDATE deliveries SET next_at = @until WHERE conversation_id = @ConversationId AND seq = @Seq",
            due.Select(delivery => new { delivery.ConversationId, delivery.Message.Seq, until }));
        return due;
    }

    private sealed class DeliveryRow
    {
        public int Attempts { get; init; }
        public required string DeliveryAddress { get; init; }
    }
}
