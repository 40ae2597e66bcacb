using System.Text.Json;
using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Storage;

namespace ReplyBot.Desk;

/// <summary>A time that people served a buyer, and how it ended.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="Reason">Why the buyer was handed to people.</param>
/// <param name="Summary">What was asked, without personal numbers.</param>
/// <param name="Agent">Who served the buyer last, by display name; null when nobody did.</param>
/// <param name="Outcome">How the agent closed it: solved, unsolved, other; null when it went back to the bot.</param>
/// <param name="Tag">The tag that the agent gave it.</param>
internal sealed record PastHandoff(
    string ConversationId, DateTimeOffset ClosedAt, HandoffReason Reason, string Summary, string? Agent, string? Outcome, string? Tag);

/// <summary>Reads a buyer's earlier handoffs, of all the conversations that the buyer had with the shop on the channel.</summary>
internal sealed class BuyerHistory(IDatabase database)
{
    private const int Shown = 8;

    private const string Select = """
        SELECT h.conversation_id, h.closed_at, h.reason, h.summary, a.display_name AS agent,
            (SELECT e.detail FROM events e WHERE e.conversation_id = h.conversation_id AND e.kind = @closed AND e.at = h.closed_at ORDER BY e.id DESC LIMIT 1) AS ending
        FROM handoffs h
        JOIN conversations c ON c.id = h.conversation_id
        LEFT JOIN accounts a ON a.id = h.agent_id
        WHERE c.shop = @Shop AND c.channel = @Channel AND c.channel_account = @ChannelAccount AND c.buyer_id = @BuyerId AND h.closed_at IS NOT NULL
        ORDER BY h.closed_at DESC, h.id LIMIT @Shown
        """;

    /// <summary>The newest of them, newest first.</summary>
    public Task<IReadOnlyList<PastHandoff>> ReadAsync(Conversation conversation, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<PastHandoff>>(async connection =>
            [.. (await connection.QueryAsync<Row>(Select, new
            {
                conversation.Shop,
                conversation.Channel,
                conversation.ChannelAccount,
                conversation.BuyerId,
                closed = (int)ConversationEventKind.Closed,
                Shown,
            })).Select(row => row.Read())], cancellation);

    private sealed class Row
    {
        public required string ConversationId { get; init; }
        public long ClosedAt { get; init; }
        public int Reason { get; init; }
        public required string Summary { get; init; }
        public string? Agent { get; init; }
        public string? Ending { get; init; }

        public PastHandoff Read()
        {
            var ending = Ending is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(Ending, StoredJson.Options);
            return new PastHandoff(
                ConversationId, StoredTime.Read(ClosedAt), (HandoffReason)Reason, Summary, Agent, ending?.GetValueOrDefault("outcome"), ending?.GetValueOrDefault("tag"));
        }
    }
}
