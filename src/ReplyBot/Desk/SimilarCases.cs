using System.Text.Json;
using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent;
using ReplyBot.Storage;

namespace ReplyBot.Desk;

/// <summary>A case that people solved for another buyer.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="ClosedAt">When it was solved.</param>
/// <param name="Asked">What was asked, without personal data.</param>
/// <param name="Reply">What the agent said to it, without the buyer's name, address and numbers; null where nothing but greetings was said.</param>
/// <param name="Agent">Who solved it, by display name.</param>
/// <param name="Tag">The tag that the agent gave it.</param>
/// <param name="GrantedYuan">What a supervisor allowed for it, in yuan; null where nobody asked or the answer was no.</param>
internal sealed record SimilarCase(
    string ConversationId, DateTimeOffset ClosedAt, string Asked, string? Reply, string? Agent, string? Tag, decimal? GrantedYuan);

/// <summary>Reads how buyers who asked the same were helped before, so that the same case is handled the same way.</summary>
internal sealed class SimilarCases(IDatabase database, IServingBase serving, TimeProvider clock)
{
    private const int Shown = 3;

    /// <summary>How many of a buyer's messages are looked at for what they gave of themselves.</summary>
    private const int MessagesRead = 50;

    /// <summary>Older cases were handled under other rules.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>What led to the handoff was said shortly before it.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);

    // The newest endings are walked through until enough of them had the intent; both steps follow an index.
    private const string Select = """
        SELECT h.conversation_id, h.opened_at, h.closed_at, h.summary, v.buyer_name, a.display_name AS agent, c.detail AS ending,
            (SELECT MAX(p.granted) FROM approvals p WHERE p.conversation_id = h.conversation_id AND p.answered_at BETWEEN h.opened_at AND h.closed_at) AS granted
        FROM events c
        JOIN handoffs h ON h.conversation_id = c.conversation_id AND h.closed_at = c.at
        JOIN conversations v ON v.id = h.conversation_id
        LEFT JOIN accounts a ON a.id = h.agent_id
        WHERE c.kind = @closed AND c.at >= @since AND c.shop = @Shop AND c.conversation_id <> @Id AND c.detail LIKE '%"outcome":"solved"%'
            AND EXISTS (SELECT 1 FROM events d WHERE d.conversation_id = c.conversation_id AND d.kind = @decided
                AND d.at BETWEEN h.opened_at - @before AND c.at AND d.detail LIKE @asked)
        ORDER BY c.at DESC, c.id DESC LIMIT @Shown
        """;

    private const string SelectReplies = """
        SELECT text FROM messages WHERE conversation_id = @ConversationId AND author = @author AND kind = @kind AND at BETWEEN @OpenedAt AND @ClosedAt ORDER BY seq
        """;

    private const string SelectGiven = """
        SELECT text FROM messages WHERE conversation_id = @ConversationId AND author = @author AND at <= @ClosedAt AND text <> '' ORDER BY seq DESC LIMIT @MessagesRead
        """;

    /// <summary>The newest solved cases of other conversations in which an intent was asked for, newest first.</summary>
    public async Task<IReadOnlyList<SimilarCase>> ReadAsync(Conversation conversation, string intent, CancellationToken cancellation)
    {
        var found = await database.ReadAsync<IReadOnlyList<(Row Case, List<string> Replies, List<string> Given)>>(async connection =>
        {
            var rows = (await connection.QueryAsync<Row>(Select, new
            {
                conversation.Shop,
                conversation.Id,
                closed = (int)ConversationEventKind.Closed,
                decided = (int)ConversationEventKind.Decided,
                since = StoredTime.Write(clock.GetUtcNow() - Remembered),
                before = (long)Before.TotalMilliseconds,
                asked = $"%\"intent\":\"{intent}\"%",
                Shown,
            })).ToList();
            var cases = new List<(Row, List<string>, List<string>)>(rows.Count);
            foreach (var row in rows)
            {
                var replies = await connection.QueryAsync<string>(SelectReplies, new { row.ConversationId, row.OpenedAt, row.ClosedAt, author = (int)MessageAuthor.Agent, kind = (int)MessageKind.Message });
                var given = await connection.QueryAsync<string>(SelectGiven, new { row.ConversationId, row.ClosedAt, author = (int)MessageAuthor.Buyer, MessagesRead });
                cases.Add((row, replies.ToList(), given.ToList()));
            }
            return cases;
        }, cancellation);
        var reader = serving.Current.Reader;
        return [.. found.Select(each => each.Case.Read(each.Replies, PersonalOf(each.Case.BuyerName, each.Given, reader), reader))];
    }

    /// <summary>What tells who the buyer was: the name that the channel shows, and what they gave of themselves.</summary>
    private static List<string> PersonalOf(string? name, List<string> given, IUtteranceReader reader) =>
        [
            .. name is { Length: >= PersonalWords.ShortestName } ? [name] : Array.Empty<string>(),
            .. given.SelectMany(text => reader.Read(text).Slots.Select(slot => PersonalWords.Of(slot, text)?.Value)).OfType<string>().Distinct(StringComparer.Ordinal),
        ];

    private sealed class Row
    {
        public required string ConversationId { get; init; }
        public long OpenedAt { get; init; }
        public long ClosedAt { get; init; }
        public required string Summary { get; init; }
        public string? BuyerName { get; init; }
        public string? Agent { get; init; }
        public required string Ending { get; init; }
        public long? Granted { get; init; }

        /// <summary>Of several replies the one that says most stands for the handling; greetings and 稍等 say least.</summary>
        public SimilarCase Read(IEnumerable<string> replies, IReadOnlyList<string> personal, IUtteranceReader reader)
        {
            var reply = replies.Where(text => !HoldingPhrases.Holds(text)).MaxBy(text => text.Length);
            var tag = JsonSerializer.Deserialize<Dictionary<string, string>>(Ending, StoredJson.Options)?.GetValueOrDefault("tag");
            return new SimilarCase(
                ConversationId, StoredTime.Read(ClosedAt), Masked(Summary), reply is null ? null : Masked(reply), Agent, tag is { Length: > 0 } ? tag : null,
                Granted is > 0 and var fen ? fen / 100m : null);

            string Masked(string text) => PersonalDataMask.Of(reader.Read(text), personal);
        }
    }
}
