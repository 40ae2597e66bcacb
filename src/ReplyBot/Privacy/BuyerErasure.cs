using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using ReplyBot.Audit;
using ReplyBot.Conversations.Feed;
using ReplyBot.Storage;

namespace ReplyBot.Privacy;

/// <summary>
/// Deletes everything of a buyer, in one transaction: conversations, messages, files, handoffs, promises, suggestions,
/// deliveries, approvals, saved replies.
/// What happened stays as bare figures, under ids that lead nowhere.
/// </summary>
public sealed class BuyerErasure(IDatabase database, AuditLog audit, ConversationFeed feed)
{
    /// <summary>The tables whose rows belong to a conversation, in an order in which they can be deleted.</summary>
    internal static readonly string[] Tables = ["approvals", "saved_replies", "deliveries", "suggestions", "promises", "planned_contacts", "handoffs", "pending_turns", "files", "messages"];

    /// <summary>Deletes everything of a buyer of a channel.</summary>
    /// <param name="actor">Who asks for it, for the audit log.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="buyerId">The buyer's id on the channel.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>How many conversations there were.</returns>
    public async Task<int> EraseAsync(string actor, string channel, string buyerId, CancellationToken cancellation)
    {
        var erased = await database.WriteAsync(async connection =>
        {
            var conversations = (await connection.QueryAsync<string>(
                "SELECT id FROM conversations WHERE channel = @channel AND buyer_id = @buyerId", new { channel, buyerId })).ToList();
            foreach (var id in conversations)
                await EraseAsync(connection, id);
            // The log says that it was done, not to whom.
            if (conversations.Count > 0)
                await audit.AppendAsync(connection, actor, AuditActions.BuyerErased, channel, string.Join(' ', conversations));
            return conversations;
        }, cancellation);
        foreach (var id in erased)
            feed.Announce(new ConversationNews(id));
        return erased.Count;
    }

    /// <summary>Deletes one conversation within a change.</summary>
    internal static async Task EraseAsync(DbConnection connection, string conversation)
    {
        foreach (var table in Tables)
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE conversation_id = @conversation", new { conversation });
        await connection.ExecuteAsync("UPDATE events SET conversation_id = @fresh WHERE conversation_id = @conversation",
            new { conversation, fresh = "erased-" + RandomNumberGenerator.GetHexString(24, lowercase: true) });
        await connection.ExecuteAsync("DELETE FROM conversations WHERE id = @conversation", new { conversation });
    }
}
