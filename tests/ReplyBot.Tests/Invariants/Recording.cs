using System.Text.Json;
using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Invariants;

/// <summary>Everything the database holds about one conversation, read around the store.</summary>
public sealed record Recording(
    ConversationState State,
    long LastSeq,
    long HandledSeq,
    MessageAuthor? LastFrom,
    IReadOnlyList<RecordedMessage> Messages,
    IReadOnlyList<RecordedEvent> Events,
    IReadOnlyList<RecordedHandoff> OpenHandoffs,
    IReadOnlyList<string> OpenPromises,
    bool TurnIsPending)
{
    public static Task<Recording> ReadAsync(IDatabase database, string id) => database.ReadAsync(async connection =>
    {
        var row = await connection.QuerySingleAsync<(long State, long LastSeq, long HandledSeq, long? LastFrom)>(
            "SELECT CAST(state AS BIGINT), last_seq, handled_seq, CAST(last_from AS BIGINT) FROM conversations WHERE id = @id", new { id });
        var messages = await connection.QueryAsync<(long Seq, long Author, long Kind, string? Client)>(
            "SELECT seq, CAST(author AS BIGINT), CAST(kind AS BIGINT), client_id FROM messages WHERE conversation_id = @id ORDER BY seq", new { id });
        var events = await connection.QueryAsync<(long Kind, long At, long Seq, string Actor, string Detail)>(
            "SELECT CAST(kind AS BIGINT), at, seq, actor, detail FROM events WHERE conversation_id = @id ORDER BY id", new { id });
        var handoffs = await connection.QueryAsync<(string? Agent, long OpenedAt, long? LeaseUntil, long HeadStart)>(
            "SELECT agent_id, opened_at, lease_until, head_start FROM handoffs WHERE conversation_id = @id AND closed_at IS NULL", new { id });
        var promises = await connection.QueryAsync<string>("SELECT id FROM promises WHERE conversation_id = @id AND kept_at IS NULL", new { id });
        var pending = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM pending_turns WHERE conversation_id = @id", new { id });
        return new Recording(
            (ConversationState)row.State, row.LastSeq, row.HandledSeq, (MessageAuthor?)row.LastFrom,
            [.. messages.Select(message => new RecordedMessage(message.Seq, (MessageAuthor)message.Author, (MessageKind)message.Kind, message.Client))],
            [.. events.Select(happened => new RecordedEvent((ConversationEventKind)happened.Kind, DateTimeOffset.FromUnixTimeMilliseconds(happened.At), happened.Seq, happened.Actor, JsonSerializer.Deserialize<Dictionary<string, string>>(happened.Detail)!))],
            [.. handoffs.Select(handoff => new RecordedHandoff(handoff.Agent, DateTimeOffset.FromUnixTimeMilliseconds(handoff.OpenedAt), handoff.LeaseUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null, TimeSpan.FromMilliseconds(handoff.HeadStart)))],
            [.. promises], pending > 0);
    }, CancellationToken.None);
}

public sealed record RecordedMessage(long Seq, MessageAuthor From, MessageKind Kind, string? ClientId);

public sealed record RecordedEvent(ConversationEventKind Kind, DateTimeOffset At, long Seq, string Actor, IReadOnlyDictionary<string, string> Detail);

public sealed record RecordedHandoff(string? AgentId, DateTimeOffset OpenedAt, DateTimeOffset? LeaseUntil, TimeSpan HeadStart);
