using System.Text.Json;
using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Invariants;

/// <summary>Everything the database holds about one conversation, read around the store.</summary>
public sealed record Recording(
    long Version,
    ConversationState State,
    long LastSeq,
    long HandledSeq,
    MessageAuthor? LastFrom,
    string? Intent,
    IReadOnlyList<RecordedMessage> Messages,
    IReadOnlyList<RecordedEvent> Events,
    IReadOnlyList<RecordedHandoff> OpenHandoffs,
    IReadOnlyList<string> OpenPromises,
    DateTimeOffset? TurnDueAt)
{
    public bool TurnIsPending => TurnDueAt is not null;

    /// <summary>What the buyer said and no turn has dealt with.</summary>
    public IReadOnlyList<RecordedMessage> Unhandled => [.. Messages.Where(message => message.From == MessageAuthor.Buyer && message.Seq > HandledSeq)];

    /// <summary>Reads what is stored.</summary>
    /// <param name="database">The database.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="known">
    /// What was read of it before: it is given back where nothing was written since, and of messages and events, which are never changed,
    /// only the new ones are read.
    /// </param>
    public static Task<Recording> ReadAsync(IDatabase database, string id, Recording? known = null) => database.ReadAsync(async connection =>
    {
        var row = await connection.QuerySingleAsync<Row>("""
            SELECT c.version, CAST(c.state AS BIGINT) AS state, c.last_seq, c.handled_seq, CAST(c.last_from AS BIGINT) AS last_from, c.memory,
                (SELECT due_at FROM pending_turns t WHERE t.conversation_id = c.id) AS due_at,
                (SELECT MAX(e.id) FROM events e WHERE e.conversation_id = c.id) AS last_event
            FROM conversations c WHERE c.id = @id
            """, new { id });
        DateTimeOffset? due = row.DueAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
        if (known is not null && known.Version == row.Version && known.TurnDueAt == due && known.Events.Count > 0 && known.Events[^1].Id == row.LastEvent)
            return known;
        IReadOnlyList<RecordedMessage> messages = known?.Messages ?? [];
        if (row.LastSeq != messages.Count)
        {
            messages = [.. messages, .. (await connection.QueryAsync<(long Seq, long Author, long Kind, string? Client, string Text, long At)>(
                "SELECT seq, CAST(author AS BIGINT), CAST(kind AS BIGINT), client_id, text, at FROM messages WHERE conversation_id = @id AND seq > @seen ORDER BY seq", new { id, seen = messages.Count }))
                .Select(message => new RecordedMessage(message.Seq, (MessageAuthor)message.Author, (MessageKind)message.Kind, message.Client, message.Text, DateTimeOffset.FromUnixTimeMilliseconds(message.At)))];
        }
        IReadOnlyList<RecordedEvent> events = known?.Events ?? [];
        var seen = events.Count > 0 ? events[^1].Id : 0;
        if (row.LastEvent > seen)
        {
            events = [.. events, .. (await connection.QueryAsync<(long Id, long Kind, long At, long Seq, string Actor, string Detail)>(
                "SELECT id, CAST(kind AS BIGINT), at, seq, actor, detail FROM events WHERE conversation_id = @id AND id > @seen ORDER BY id", new { id, seen }))
                .Select(happened => new RecordedEvent(happened.Id, (ConversationEventKind)happened.Kind, DateTimeOffset.FromUnixTimeMilliseconds(happened.At), happened.Seq, happened.Actor, JsonSerializer.Deserialize<Dictionary<string, string>>(happened.Detail)!))];
        }
        var handoffs = await connection.QueryAsync<(string? Agent, long OpenedAt, long? LeaseUntil, long HeadStart)>(
            "SELECT agent_id, opened_at, lease_until, head_start FROM handoffs WHERE conversation_id = @id AND closed_at IS NULL", new { id });
        var promises = await connection.QueryAsync<string>("SELECT id FROM promises WHERE conversation_id = @id AND kept_at IS NULL", new { id });
        return new Recording(
            row.Version, (ConversationState)row.State, row.LastSeq, row.HandledSeq, (MessageAuthor?)row.LastFrom, IntentOf(row.Memory), messages, events,
            [.. handoffs.Select(handoff => new RecordedHandoff(handoff.Agent, DateTimeOffset.FromUnixTimeMilliseconds(handoff.OpenedAt), handoff.LeaseUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null, TimeSpan.FromMilliseconds(handoff.HeadStart)))],
            [.. promises], due);
    }, CancellationToken.None);

    private static string? IntentOf(string memory)
    {
        using var read = JsonDocument.Parse(memory);
        return read.RootElement.TryGetProperty("intent", out var intent) ? intent.GetString() : null;
    }

    private sealed class Row
    {
        public long Version { get; init; }
        public long State { get; init; }
        public long LastSeq { get; init; }
        public long HandledSeq { get; init; }
        public long? LastFrom { get; init; }
        public required string Memory { get; init; }
        public long? DueAt { get; init; }
        public long? LastEvent { get; init; }
    }
}

public sealed record RecordedMessage(long Seq, MessageAuthor From, MessageKind Kind, string? ClientId, string Text, DateTimeOffset At);

public sealed record RecordedEvent(long Id, ConversationEventKind Kind, DateTimeOffset At, long Seq, string Actor, IReadOnlyDictionary<string, string> Detail);

public sealed record RecordedHandoff(string? AgentId, DateTimeOffset OpenedAt, DateTimeOffset? LeaseUntil, TimeSpan HeadStart);
