using System.Globalization;
using Dapper;
using ReplyBot.Audit;
using ReplyBot.Conversations.Desk;
using ReplyBot.Storage;

namespace ReplyBot.Bulletins;

/// <summary>
/// The bulletins and their receipts. They are kept in the database and not among the files: no answer is made of them, they hold at once
/// and on every node without publishing, and a receipt must not outlive an edit of what was read.
/// </summary>
public sealed class BulletinStore(IDatabase database, AuditLog audit, TimeProvider clock)
{
    private const int MostShown = 200;
    private const string Day = "yyyy-MM-dd";

    private const string NotReadBy = " WHERE withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM bulletin_receipts r WHERE r.bulletin_id = bulletins.id AND r.account_id = @account)";

    private const string Confirm = """
        INSERT INTO bulletin_receipts (bulletin_id, account_id, read_at) SELECT id, @account, @now FROM bulletins WHERE id = @id
        ON CONFLICT (bulletin_id, account_id) DO NOTHING
        """;

    /// <summary>Writes a bulletin; whoever writes it has read it.</summary>
    public Task<Bulletin> WriteAsync(NewBulletin bulletin, Agent author, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
        {
            var now = StoredTime.Write(clock.GetUtcNow());
            var id = await connection.ExecuteScalarAsync<long>(
                "INSERT INTO bulletins (channel, title, body, effective_on, written_by, written_at) VALUES (@Channel, @Title, @Text, @day, @by, @now) RETURNING id",
                new { bulletin.Channel, bulletin.Title, bulletin.Text, day = bulletin.EffectiveOn.ToString(Day, CultureInfo.InvariantCulture), by = author.DisplayName, now });
            await connection.ExecuteAsync(Confirm, new { id, account = author.Id, now });
            await audit.AppendAsync(connection, author.Id, AuditActions.BulletinWritten, Subject(id), bulletin.Title);
            return new Bulletin(id, bulletin.Channel, bulletin.Title, bulletin.Text, bulletin.EffectiveOn, author.DisplayName, StoredTime.Read(now), null);
        }, cancellation);

    /// <summary>The bulletins, newest first, withdrawn ones too.</summary>
    public Task<IReadOnlyList<Bulletin>> ListAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Bulletin>>(async connection =>
            [.. (await connection.QueryAsync<Row>("SELECT * FROM bulletins ORDER BY id DESC LIMIT @most", new { most = MostShown })).Select(row => row.Read())], cancellation);

    /// <summary>What somebody still has to read, oldest first.</summary>
    public Task<IReadOnlyList<Bulletin>> UnreadAsync(string account, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Bulletin>>(async connection =>
            [.. (await connection.QueryAsync<Row>("SELECT * FROM bulletins" + NotReadBy + " ORDER BY id", new { account })).Select(row => row.Read())], cancellation);

    /// <summary>Whether somebody still has something to read.</summary>
    public Task<bool> HasUnreadAsync(string account, CancellationToken cancellation) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM bulletins" + NotReadBy, new { account }) > 0, cancellation);

    /// <summary>Notes that somebody read a bulletin; the first time counts.</summary>
    /// <returns>Whether there is such a bulletin.</returns>
    public Task<bool> ConfirmAsync(long id, string account, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteAsync(Confirm, new { id, account, now = StoredTime.Write(clock.GetUtcNow()) }) == 0)
                return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM bulletins WHERE id = @id", new { id }) > 0;
            await audit.AppendAsync(connection, account, AuditActions.BulletinRead, Subject(id), "");
            return true;
        }, cancellation);

    /// <summary>Asks nobody to read a bulletin any more.</summary>
    /// <returns>Whether there is one that was not withdrawn.</returns>
    public Task<bool> WithdrawAsync(long id, string account, CancellationToken cancellation) =>
        database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteAsync("UPDATE bulletins SET withdrawn_at = @now WHERE id = @id AND withdrawn_at IS NULL", new { id, now = StoredTime.Write(clock.GetUtcNow()) }) == 0)
                return false;
            await audit.AppendAsync(connection, account, AuditActions.BulletinWithdrawn, Subject(id), "");
            return true;
        }, cancellation);

    /// <summary>Who has read what of the bulletins that <see cref="ListAsync"/> gives, in the order of reading.</summary>
    public Task<IReadOnlyList<BulletinReceipt>> ReceiptsAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<BulletinReceipt>>(async connection =>
            [.. (await connection.QueryAsync<ReceiptRow>(
                "SELECT * FROM bulletin_receipts WHERE bulletin_id IN (SELECT id FROM bulletins ORDER BY id DESC LIMIT @most) ORDER BY read_at, account_id", new { most = MostShown }))
                .Select(row => new BulletinReceipt(row.BulletinId, row.AccountId, StoredTime.Read(row.ReadAt)))], cancellation);

    private static string Subject(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public long Id { get; init; }
        public string? Channel { get; init; }
        public required string Title { get; init; }
        public required string Body { get; init; }
        public required string EffectiveOn { get; init; }
        public required string WrittenBy { get; init; }
        public long WrittenAt { get; init; }
        public long? WithdrawnAt { get; init; }

        public Bulletin Read() => new(
            Id, Channel, Title, Body, DateOnly.ParseExact(EffectiveOn, Day, CultureInfo.InvariantCulture), WrittenBy, StoredTime.Read(WrittenAt), StoredTime.Read(WithdrawnAt));
    }

    private sealed class ReceiptRow
    {
        public long BulletinId { get; init; }
        public required string AccountId { get; init; }
        public long ReadAt { get; init; }
    }
}
