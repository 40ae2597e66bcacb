using System.Globalization;
using Dapper;
using ReplyBot.Audit;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Feed;
using ReplyBot.Storage;

namespace ReplyBot.Privacy;

/// <summary>
/// Deletes what is older than the shop keeps it: conversations in which nothing was said for so long and nobody owes anything, with their
/// messages and files. What happened stays as bare figures, so that old reports come out the same.
/// </summary>
public sealed class Retention(IDatabase database, AuditLog audit, ConversationFeed feed, TimeProvider clock)
{
    /// <summary>The actor of what the program does by itself, in the audit log.</summary>
    public const string Actor = "retention";

    /// <summary>Conversations deleted in one unit of writing, so that buyers never wait long behind it.</summary>
    private const int AtOnce = 50;

    /// <summary>Deletes what is older.</summary>
    /// <param name="keep">How long conversations are kept after their last message.</param>
    /// <param name="cancellation">Ends between two units of writing; the rest goes the next time.</param>
    /// <returns>How many conversations were deleted.</returns>
    public async Task<int> RunAsync(TimeSpan keep, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - keep;
        var total = 0;
        int deleted;
        do
        {
            deleted = await DeleteSomeAsync(before, cancellation);
            total += deleted;
        }
        while (deleted == AtOnce);
        return total;
    }

    private async Task<int> DeleteSomeAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var gone = await database.WriteAsync<IReadOnlyList<string>>(async connection =>
        {
            var old = (await connection.QueryAsync<string>($"""
                SELECT c.id FROM conversations c
                WHERE c.last_at < @before AND c.state IN ({(int)ConversationState.Bot}, {(int)ConversationState.Closed})
                    AND NOT EXISTS (SELECT 1 FROM pending_turns p WHERE p.conversation_id = c.id)
                    AND NOT EXISTS (SELECT 1 FROM promises o WHERE o.conversation_id = c.id AND o.kept_at IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.conversation_id = c.id AND d.settled_at IS NULL)
                ORDER BY c.last_at LIMIT @AtOnce {database.Dialect.SkipLocked("c")}
                """, new { before = StoredTime.Write(before), AtOnce })).ToList();
            foreach (var conversation in old)
                await BuyerErasure.EraseAsync(connection, conversation);
            if (old.Count > 0)
                await audit.AppendAsync(connection, Actor, AuditActions.Expired, before.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{old.Count}"));
            return old;
        }, cancellation);
        foreach (var conversation in gone)
            feed.Announce(new ConversationNews(conversation));
        return gone.Count;
    }
}
