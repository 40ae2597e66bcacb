using Dapper;
using ReplyBot.Storage;

namespace ReplyBot.Desk.SavedReplies;

/// <summary>Keeps saved replies until an editor has decided about them; one message is saved once.</summary>
public sealed class SavedReplyStore(IDatabase database, TimeProvider clock)
{
    private const int MostRows = 500;

    /// <summary>Saves a reply; false when the message was saved before.</summary>
    public Task<bool> SaveAsync(SavedReply reply, CancellationToken cancellation) =>
        database.WriteAsync(async connection => await connection.ExecuteAsync("""
            INSERT INTO saved_replies (id, conversation_id, seq, channel, question, reply, note, script_id, saved_by, saved_at)
            VALUES (@Id, @ConversationId, @Seq, @Channel, @Question, @Reply, @Note, @ScriptId, @SavedBy, @at)
            ON CONFLICT (conversation_id, seq) DO NOTHING
            """, new
        {
            reply.Id,
            reply.ConversationId,
            reply.Seq,
            reply.Channel,
            reply.Question,
            reply.Reply,
            reply.Note,
            reply.ScriptId,
            reply.SavedBy,
            at = StoredTime.Write(reply.SavedAt),
        }) > 0, cancellation);

    /// <summary>Which messages of a conversation were saved.</summary>
    public Task<IReadOnlyList<long>> SavedAsync(string conversationId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<long>>(async connection =>
            [.. await connection.QueryAsync<long>("SELECT seq FROM saved_replies WHERE conversation_id = @conversationId ORDER BY seq", new { conversationId })], cancellation);

    /// <summary>The replies that no editor has decided about, newest first.</summary>
    public Task<IReadOnlyList<SavedReply>> OpenAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<SavedReply>>(async connection =>
            [.. (await connection.QueryAsync<Row>("SELECT * FROM saved_replies WHERE decided_at IS NULL ORDER BY saved_at DESC, id LIMIT @MostRows", new { MostRows }))
                .Select(row => row.Read())], cancellation);

    /// <summary>Keeps an editor's decision; false when there is no such reply or it was decided before.</summary>
    /// <param name="id">The saved reply.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="scriptId">The script that it became or went into.</param>
    /// <param name="by">The editor's account.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task<bool> DecideAsync(string id, SavedReplyOutcome outcome, string? scriptId, string by, CancellationToken cancellation) =>
        database.WriteAsync(async connection => await connection.ExecuteAsync("""
            UPDATE saved_replies SET outcome = @outcome, became = @scriptId, decided_by = @by, decided_at = @at WHERE id = @id AND decided_at IS NULL
            """, new { id, outcome = (int)outcome, scriptId, by, at = StoredTime.Write(clock.GetUtcNow()) }) > 0, cancellation);

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string ConversationId { get; init; }
        public long Seq { get; init; }
        public required string Channel { get; init; }
        public required string Question { get; init; }
        public required string Reply { get; init; }
        public required string Note { get; init; }
        public string? ScriptId { get; init; }
        public required string SavedBy { get; init; }
        public long SavedAt { get; init; }

        public SavedReply Read() => new(Id, ConversationId, Seq, Channel, Question, Reply, Note, ScriptId, SavedBy, StoredTime.Read(SavedAt));
    }
}
