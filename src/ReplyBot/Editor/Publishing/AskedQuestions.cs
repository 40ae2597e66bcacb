using Dapper;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Editor.Inbox;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Publishing;

/// <summary>A question as a buyer asked it on a channel.</summary>
internal sealed record AskedQuestion(string Text, string Channel);

/// <summary>What buyers asked lately, each question once a channel.</summary>
internal sealed class AskedQuestions(IDatabase database, TimeProvider clock)
{
    private const int MostRead = 3000;
    private const int MostKept = 500;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private const string Received = """
        SELECT m.text, e.channel FROM events e
        JOIN messages m ON m.conversation_id = e.conversation_id AND m.seq = e.seq AND m.author = @buyer
        WHERE e.kind = @received AND e.at >= @since ORDER BY e.id DESC LIMIT @most
        """;

    /// <summary>The questions, newest first.</summary>
    public Task<IReadOnlyList<AskedQuestion>> ReadAsync(CancellationToken cancellation)
    {
        var parameters = new
        {
            buyer = (int)MessageAuthor.Buyer,
            received = (int)ConversationEventKind.Received,
            since = StoredTime.Write(clock.GetUtcNow() - Lately),
            most = MostRead,
        };
        return database.ReadAsync<IReadOnlyList<AskedQuestion>>(async connection =>
            [.. (await connection.QueryAsync<Row>(Received, parameters))
                .Where(row => QuestionClusters.KeyOf(row.Text).Length > 1)
                .DistinctBy(row => (QuestionClusters.KeyOf(row.Text), row.Channel))
                .Take(MostKept).Select(row => new AskedQuestion(row.Text, row.Channel))], cancellation);
    }

    private sealed class Row
    {
        public required string Text { get; init; }
        public required string Channel { get; init; }
    }
}
