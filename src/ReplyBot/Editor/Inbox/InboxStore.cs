using System.Text.Json;
using Dapper;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Inbox;

/// <summary>What an editor did about a question.</summary>
internal enum InboxOutcome
{
    /// <summary>Nothing is to be done, now or when it is asked again.</summary>
    Dismissed,

    /// <summary>It became a variant of a script; it comes back if it is still answered badly.</summary>
    Variant,

    /// <summary>A script was written for it; it comes back if it is still answered badly.</summary>
    Script,
}

/// <summary>Finds the questions that were answered badly or not at all, and keeps what was decided about them.</summary>
internal sealed class InboxStore(IDatabase database, TimeProvider clock)
{
    private const int MostQuestions = 20_000;

    private static readonly string[] NoAnswer = [nameof(HandoffReason.Unsure), nameof(HandoffReason.RepeatedMiss), nameof(HandoffReason.OutOfScope)];

    /// <summary>What the bot asks where it is not sure, in the words of its decisions.</summary>
    private static readonly string[] Asking = [NoticeScripts.Clarify, NoticeScripts.OutOfScope];

    /// <summary>An event carries the number of the buyer's message that led to it; the reply is the first of an agent after that.</summary>
    private const string HandedOver = """
        SELECT m.conversation_id, m.seq, m.text, m.at, e.detail,
            (SELECT a.text FROM messages a WHERE a.conversation_id = m.conversation_id AND a.seq > m.seq AND a.author = @agent AND a.kind = @message ORDER BY a.seq LIMIT 1) AS reply
        FROM events e
        JOIN messages m ON m.conversation_id = e.conversation_id AND m.seq = e.seq AND m.author = @buyer
        WHERE e.kind = @opened AND e.at >= @since ORDER BY e.id DESC LIMIT @most
        """;

    private const string AskedBack = """
        SELECT m.conversation_id, m.seq, m.text, m.at, e.detail FROM events e
        JOIN messages m ON m.conversation_id = e.conversation_id AND m.seq = e.seq AND m.author = @buyer
        WHERE e.kind = @decided AND e.at >= @since AND e.detail LIKE '%"action":"Clarify"%' ORDER BY e.id DESC LIMIT @most
        """;

    /// <summary>The first reply of an agent after each suggestion, with the suggestion it was made from, if any.</summary>
    private const string Suggested = """
        SELECT q.conversation_id, q.seq, q.text, q.at, a.text AS reply, COALESCE(u.script_id, s.script_id) AS script_id, u.text AS used
        FROM suggestions s
        JOIN messages q ON q.conversation_id = s.conversation_id AND q.seq = s.message_seq AND q.author = @buyer
        JOIN messages a ON a.conversation_id = s.conversation_id AND a.seq =
            (SELECT MIN(n.seq) FROM messages n WHERE n.conversation_id = s.conversation_id AND n.seq > s.message_seq AND n.author = @agent AND n.kind = @message)
        LEFT JOIN suggestions u ON u.conversation_id = a.conversation_id AND u.used_seq = a.seq
        WHERE s.rank = 1 AND q.at >= @since AND NOT EXISTS
            (SELECT 1 FROM suggestions l WHERE l.conversation_id = s.conversation_id AND l.message_seq > s.message_seq AND l.message_seq < a.seq)
        ORDER BY q.at DESC LIMIT @most
        """;

    private const string Decide = """
        INSERT INTO inbox_decisions (question, outcome, script_id, decided_by, at) VALUES (@key, @outcome, @scriptId, @by, @now)
        ON CONFLICT (question) DO UPDATE SET outcome = excluded.outcome, script_id = excluded.script_id, decided_by = excluded.decided_by, at = excluded.at
        """;

    /// <summary>The questions since a time that nobody has dealt with.</summary>
    public Task<IReadOnlyList<BadlyAnswered>> OpenAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var parameters = new
        {
            since = StoredTime.Write(since),
            most = MostQuestions,
            buyer = (int)MessageAuthor.Buyer,
            agent = (int)MessageAuthor.Agent,
            message = (int)MessageKind.Message,
            opened = (int)ConversationEventKind.HandoffOpened,
            decided = (int)ConversationEventKind.Decided,
        };
        return database.ReadAsync<IReadOnlyList<BadlyAnswered>>(async connection =>
        {
            var handedOver = (await connection.QueryAsync<Row>(HandedOver, parameters)).ToList();
            var unanswered = handedOver.Where(row => NoAnswer.Contains(ReasonOf(row.Detail))).Select(row => row.As(Shortfall.Unanswered));
            var askedBack = (await connection.QueryAsync<Row>(AskedBack, parameters)).Where(row => Asking.Contains(ReasonOf(row.Detail))).Select(row => row.As(Shortfall.AskedBack));
            // A call for a human is no question, and what was not answered is counted already.
            var counted = handedOver.Where(row => ReasonOf(row.Detail) is { } reason && (reason == nameof(HandoffReason.Requested) || NoAnswer.Contains(reason))).Select(row => (row.ConversationId, row.Seq)).ToHashSet();
            var changed = (await connection.QueryAsync<Row>(Suggested, parameters)).Where(row => row.Used != row.Reply && !counted.Contains((row.ConversationId, row.Seq)))
                .Select(row => row.As(row.Used is null ? Shortfall.Replaced : Shortfall.Edited));
            var decided = (await connection.QueryAsync<DecisionRow>("SELECT question, outcome, at FROM inbox_decisions")).ToDictionary(row => row.Question, StringComparer.Ordinal);
            return [.. unanswered.Concat(askedBack).Concat(changed).Where(question => question.Text.Length > 0 && IsOpen(question, decided))];
        }, cancellation);
    }

    /// <summary>Keeps what was decided about questions, by their keys.</summary>
    public Task DecideAsync(IReadOnlyList<string> keys, InboxOutcome outcome, string? scriptId, string by, CancellationToken cancellation)
    {
        var now = StoredTime.Write(clock.GetUtcNow());
        return database.WriteAsync(connection => connection.ExecuteAsync(
            Decide, keys.Select(key => new { key, outcome = (int)outcome, scriptId, by, now }).ToArray()), cancellation);
    }

    private static bool IsOpen(BadlyAnswered question, Dictionary<string, DecisionRow> decided) =>
        !decided.TryGetValue(QuestionClusters.KeyOf(question.Text), out var decision)
        || (decision.Outcome != (int)InboxOutcome.Dismissed && StoredTime.Write(question.At) > decision.At);

    private static string? ReasonOf(string? detail) =>
        detail is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(detail, StoredJson.Options)?.GetValueOrDefault("reason");

    private sealed class Row
    {
        public required string ConversationId { get; init; }
        public required string Text { get; init; }
        public long Seq { get; init; }
        public long At { get; init; }
        public string? Detail { get; init; }
        public string? Reply { get; init; }
        public string? ScriptId { get; init; }
        public string? Used { get; init; }

        public BadlyAnswered As(Shortfall shortfall) => new(ConversationId, Text, StoredTime.Read(At), shortfall, ScriptId, Reply);
    }

    private sealed class DecisionRow
    {
        public required string Question { get; init; }
        public int Outcome { get; init; }
        public long At { get; init; }
    }
}
