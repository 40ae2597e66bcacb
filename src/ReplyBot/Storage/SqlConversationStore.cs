using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Storage;

/// <summary>Conversations in a SQL database: this half writes, the other reads.</summary>
public sealed partial class SqlConversationStore(IDatabase database, ConversationFeed feed) : IConversationStore
{
    private const string InsertEvent = """
        INSERT INTO events (conversation_id, shop, channel, channel_account, kind, at, seq, actor, detail)
        VALUES (@ConversationId, @Shop, @Channel, @ChannelAccount, @Kind, @At, @Seq, @Actor, @Detail)
        """;

    public async Task<Conversation> StartAsync(NewConversation conversation, CancellationToken cancellation)
    {
        var id = conversation.Id ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        var started = await database.WriteAsync(async connection =>
        {
            await StartAsync(connection, conversation with { Id = id });
            return (await FindAsync(connection, id))!;
        }, cancellation);
        feed.Announce(new ConversationNews(started.Id));
        return started;
    }

    private static async Task StartAsync(DbConnection connection, NewConversation conversation)
    {
        var (shop, channel, account, buyer) = conversation.Buyer;
        var added = await connection.ExecuteAsync("""
            INSERT INTO conversations (id, shop, channel, channel_account, buyer_id, buyer_name, delivery_address, state, version, last_seq, handled_seq, epoch, memory, created_at, last_at)
            VALUES (@Id, @shop, @channel, @account, @buyer, @BuyerName, @DeliveryAddress, 0, 0, 0, 0, 0, @memory, @at, @at)
            ON CONFLICT (id) DO NOTHING
            """, new { conversation.Id, shop, channel, account, buyer, conversation.BuyerName, conversation.DeliveryAddress, memory = ConversationRow.WriteMemory(ConversationMemory.Empty), at = StoredTime.Write(conversation.At) });
        if (added > 0)
            await LogAsync(connection, conversation.Id!, new ConversationEvent(ConversationEventKind.Started, conversation.At, 0, "buyer"));
    }

    public async Task<Receipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var receipt = await database.WriteAsync(connection => ReceiveAsync(connection, message), cancellation);
        if (receipt.Outcome == ReceiptOutcome.Stored)
            feed.Announce(new ConversationNews(message.ConversationId, BuyerSpoke: true));
        return receipt;
    }

    private static async Task<Receipt> ReceiveAsync(DbConnection connection, IncomingMessage incoming)
    {
        if (incoming.ClientId is { } clientId && await FindByClientIdAsync(connection, incoming.ConversationId, clientId) is { } known)
            return new Receipt(ReceiptOutcome.Duplicate, known);
        var seq = await CountInAsync(connection, incoming);
        if (seq is null && incoming.Opening is { } opening)
        {
            await StartAsync(connection, opening with { Id = incoming.ConversationId });
            seq = await CountInAsync(connection, incoming);
        }
        if (seq is not { } number)
            return new Receipt(ReceiptOutcome.UnknownConversation, null);
        var message = new Message(number, Conversation.MessageIdOf(incoming.ConversationId, number), MessageAuthor.Buyer, MessageKind.Message, incoming.Text, incoming.At)
        {
            Files = incoming.Files,
            ClientId = incoming.ClientId,
            ChannelData = incoming.ChannelData,
        };
        await connection.ExecuteAsync(MessageRow.Insert, MessageRow.Of(incoming.ConversationId, message));
        await connection.ExecuteAsync("""
            INSERT INTO pending_turns (conversation_id, due_at) VALUES (@ConversationId, @at)
            ON CONFLICT (conversation_id) DO UPDATE SET due_at = excluded.due_at
            """, new { incoming.ConversationId, at = StoredTime.Write(incoming.At) });
        await LogAsync(connection, incoming.ConversationId, new ConversationEvent(ConversationEventKind.Received, incoming.At, number, "buyer"));
        return new Receipt(ReceiptOutcome.Stored, message);
    }

    /// <summary>Gives the message its number; null where there is no such conversation. The update takes the row's lock, so that numbers are given out one by one on every engine.</summary>
    private static Task<long?> CountInAsync(DbConnection connection, IncomingMessage incoming) =>
        connection.ExecuteScalarAsync<long?>("""
            UPDATE conversations SET version = version + 1, last_seq = last_seq + 1, last_from = @buyer, last_text = @preview, last_at = @at,
                delivery_address = COALESCE(@DeliveryAddress, delivery_address), buyer_name = COALESCE(@BuyerName, buyer_name)
            WHERE id = @ConversationId RETURNING last_seq
            """, new { incoming.ConversationId, preview = PersonalDataMask.Of(incoming.Text), incoming.DeliveryAddress, incoming.BuyerName, at = StoredTime.Write(incoming.At), buyer = (int)MessageAuthor.Buyer });

    /// <summary>Appends what happened to a conversation that was not read.</summary>
    private static Task<int> LogAsync(DbConnection connection, string conversationId, ConversationEvent happened) =>
        connection.ExecuteAsync("""
            INSERT INTO events (conversation_id, shop, channel, channel_account, kind, at, seq, actor, detail)
            SELECT id, shop, channel, channel_account, @Kind, @At, @Seq, @Actor, @Detail FROM conversations WHERE id = @conversationId
            """, new { conversationId, Kind = (int)happened.Kind, At = StoredTime.Write(happened.At), happened.Seq, happened.Actor, Detail = Detail(happened) });

    public async Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation)
    {
        var replies = change.After.DeliveryAddress is null ? 0 : change.Messages.Count(message => message.ForBuyer);
        var pusher = replies > 0 && feed.Pusher is { HasRoom: true } ready ? ready : null;
        var claimed = false;
        if (!await database.WriteAsync(
            async connection =>
            {
                if (!await CommitAsync(connection, change))
                    return false;
                claimed = replies > 0 && await WriteDeliveriesAsync(connection, change, claims: pusher is not null);
                return true;
            },
            cancellation))
        {
            return false;
        }
        if (claimed)
            pusher!.Push(new Delivery(change.After.Id, change.After.DeliveryAddress!, StoredFormOf(change.After.Id, change.Messages.First(message => message.ForBuyer)), 0));
        feed.Announce(new ConversationNews(
            change.Before.Id,
            BuyerSpoke: change.BeginsTurn,
            Suggested: change.Suggestions is not null,
            Delivers: replies > (claimed ? 1 : 0)));
        return true;
    }

    /// <summary>The message as it would be read back.</summary>
    private static Message StoredFormOf(string conversationId, Message message) =>
        MessageRow.Of(conversationId, message with { Text = StoredText.Of(message.Text) }).Read();

    /// <summary>Puts the replies of a change up to be pushed.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="change">The change.</param>
    /// <param name="claims">Whether the first is claimed at once, unless an earlier one of the conversation is still on its way.</param>
    /// <returns>Whether it was claimed.</returns>
    private static async Task<bool> WriteDeliveriesAsync(DbConnection connection, ConversationChange change, bool claims)
    {
        var (id, at) = (change.After.Id, StoredTime.Write(change.At));
        var claimed = claims && !await connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM deliveries WHERE conversation_id = @id AND settled_at IS NULL)", new { id });
        await connection.ExecuteAsync("INSERT INTO deliveries (conversation_id, seq, attempts, next_at) VALUES (@id, @Seq, 0, @next)",
            change.Messages.Where(message => message.ForBuyer).Select((message, place) => new { id, message.Seq, next = claimed && place == 0 ? StoredTime.Write(change.At + Delivery.Claim) : at }));
        return claimed;
    }

    private static async Task<bool> CommitAsync(DbConnection connection, ConversationChange change)
    {
        var after = change.After;
        var at = StoredTime.Write(change.At);
        var updated = await connection.ExecuteAsync("""
            UPDATE conversations SET state = @State, version = @Version, last_seq = @LastSeq, handled_seq = @HandledSeq, epoch = @Epoch,
                memory = @memory, last_from = @lastFrom, last_text = @preview, last_at = @lastAt, last_agent = @LastAgentId
            WHERE id = @Id AND version = @before
            """, new
        {
            State = (int)after.State,
            after.Version,
            after.LastSeq,
            after.HandledSeq,
            after.Epoch,
            after.LastAgentId,
            memory = ConversationRow.WriteMemory(after.Memory),
            lastFrom = (int?)after.LastFrom,
            preview = after.LastText is { } text ? PersonalDataMask.Of(text) : null,
            lastAt = StoredTime.Write(after.LastAt),
            after.Id,
            before = change.Before.Version,
        });
        if (updated == 0)
            return false;
        await connection.ExecuteAsync(MessageRow.Insert, change.Messages.Select(message => MessageRow.Of(after.Id, message)));
        await connection.ExecuteAsync(InsertEvent, change.Events.Select(happened => EventRow(after, happened)));
        await WriteHandoffAsync(connection, change, at);
        await WritePromisesAsync(connection, change, at);
        await WriteSuggestionsAsync(connection, change);
        await WriteContactsAsync(connection, change, at);
        if (change.BeginsTurn)
        {
            await connection.ExecuteAsync("INSERT INTO pending_turns (conversation_id, due_at) VALUES (@Id, @at) ON CONFLICT (conversation_id) DO UPDATE SET due_at = excluded.due_at", new { after.Id, at });
        }
        if (change.EndsTurn)
            await connection.ExecuteAsync("DELETE FROM pending_turns WHERE conversation_id = @Id", new { after.Id });
        return true;
    }

    private static async Task WriteHandoffAsync(DbConnection connection, ConversationChange change, long at)
    {
        var (before, after) = (change.Before.Handoff, change.After.Handoff);
        if (before == after)
            return;
        if (before is not null && before.Id != after?.Id)
            await connection.ExecuteAsync("UPDATE handoffs SET closed_at = @at WHERE id = @Id", new { before.Id, at });
        if (after is null)
            return;
        await connection.ExecuteAsync("""
            INSERT INTO handoffs (id, conversation_id, opened_at, reason, summary, agent_id, lease_until, head_start, offered_to, offered_until, passed_by)
            VALUES (@Id, @conversation, @openedAt, @reason, @Summary, @AgentId, @leaseUntil, @headStart, @OfferedTo, @offeredUntil, @passedBy)
            ON CONFLICT (id) DO UPDATE SET agent_id = excluded.agent_id, lease_until = excluded.lease_until, summary = excluded.summary, head_start = excluded.head_start,
                offered_to = excluded.offered_to, offered_until = excluded.offered_until, passed_by = excluded.passed_by
            """, new
        {
            after.Id,
            conversation = change.After.Id,
            openedAt = StoredTime.Write(after.OpenedAt),
            reason = (int)after.Reason,
            after.Summary,
            after.AgentId,
            leaseUntil = StoredTime.Write(after.LeaseUntil),
            headStart = (long)after.HeadStart.TotalMilliseconds,
            after.OfferedTo,
            offeredUntil = StoredTime.Write(after.OfferedUntil),
            passedBy = after.PassedBy.IsEmpty ? null : JsonSerializer.Serialize(after.PassedBy, StoredJson.Options),
        });
    }

    private static async Task WritePromisesAsync(DbConnection connection, ConversationChange change, long at)
    {
        if (change.KeepsPromises)
            await connection.ExecuteAsync("UPDATE promises SET kept_at = @at WHERE conversation_id = @Id AND kept_at IS NULL", new { change.After.Id, at });
        if (change.SettlesWaits)
            await connection.ExecuteAsync("UPDATE promises SET kept_at = @at WHERE conversation_id = @Id AND kept_at IS NULL AND made_by = @system", new { change.After.Id, at, system = (int)MessageAuthor.System });
        foreach (var (promise, mark) in change.PromiseMarks)
        {
            var column = mark switch
            {
                PromiseMark.Reminded => "reminded_at",
                PromiseMark.Alarmed => "alarmed_at",
                _ => "reassured_at",
            };
            await connection.ExecuteAsync($"UPDATE promises SET {column} = @at WHERE id = @promise", new { promise, at });
        }
        await connection.ExecuteAsync("""
            INSERT INTO promises (id, conversation_id, made_by, text, at, deadline) VALUES (@Id, @ConversationId, @madeBy, @Text, @at, @deadline)
            """, change.OpenedPromises.Select(promise => new
        {
            promise.Id,
            promise.ConversationId,
            madeBy = (int)promise.MadeBy,
            promise.Text,
            at = StoredTime.Write(promise.At),
            deadline = StoredTime.Write(promise.Deadline),
        }));
    }

    private static async Task WriteContactsAsync(DbConnection connection, ConversationChange change, long at)
    {
        if (change.SupersedesContacts)
        {
            await connection.ExecuteAsync("UPDATE planned_contacts SET settled_at = @at, outcome = @answered WHERE conversation_id = @Id AND agent_id IS NULL AND settled_at IS NULL",
                new { change.After.Id, at, answered = (int)ContactOutcome.Answered });
        }
        foreach (var (contact, outcome) in change.SettledContacts)
            await connection.ExecuteAsync("UPDATE planned_contacts SET settled_at = @at, outcome = @outcome WHERE id = @contact", new { contact, at, outcome = (int)outcome });
        foreach (var contact in change.PlannedContacts)
        {
            await connection.ExecuteAsync("""
                INSERT INTO planned_contacts (id, conversation_id, agent_id, due_at, script_id, note, at)
                VALUES (@Id, @ConversationId, @AgentId, @dueAt, @ScriptId, @Note, @plannedAt)
                """, new { contact.Id, contact.ConversationId, contact.AgentId, dueAt = StoredTime.Write(contact.DueAt), contact.ScriptId, contact.Note, plannedAt = StoredTime.Write(contact.At) });
        }
    }

    private static async Task WriteSuggestionsAsync(DbConnection connection, ConversationChange change)
    {
        if (change.UsedSuggestion is { } used)
        {
            // A suggestion is sent once: the second use of it finds no row and undoes the whole change.
            var marked = await connection.ExecuteAsync("UPDATE suggestions SET used_seq = @LastSeq WHERE id = @used AND used_seq IS NULL", new { used, change.After.LastSeq });
            if (marked == 0)
                throw new SuggestionSentException(used);
        }
        if (change.Suggestions is not { } set)
            return;
        await connection.ExecuteAsync("""
            INSERT INTO suggestions (id, conversation_id, message_seq, rank, script_id, question, intent, text, score, reason, unfilled)
            VALUES (@Id, @conversation, @MessageSeq, @Rank, @ScriptId, @Question, @Intent, @Text, @Score, @Reason, @unfilled)
            """, set.Items.Select(item => new
        {
            item.Id,
            conversation = change.After.Id,
            set.MessageSeq,
            item.Rank,
            item.ScriptId,
            item.Question,
            item.Intent,
            item.Text,
            item.Score,
            item.Reason,
            unfilled = JsonSerializer.Serialize(item.Unfilled, StoredJson.Options),
        }));
    }

    private static object EventRow(Conversation conversation, ConversationEvent happened) => new
    {
        ConversationId = conversation.Id,
        conversation.Shop,
        conversation.Channel,
        conversation.ChannelAccount,
        Kind = (int)happened.Kind,
        At = StoredTime.Write(happened.At),
        happened.Seq,
        happened.Actor,
        Detail = Detail(happened),
    };

    private static string Detail(ConversationEvent happened) => happened.Detail.Count == 0 ? "{}" : JsonSerializer.Serialize(happened.Detail, StoredJson.Options);

    public Task PostponeTurnAsync(string conversationId, DateTimeOffset until, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE pending_turns SET due_at = @until WHERE conversation_id = @conversationId",
            new { conversationId, until = StoredTime.Write(until) }), cancellation);

    public Task RenewLeasesAsync(string agentId, DateTimeOffset until, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
            "UPDATE handoffs SET lease_until = @until WHERE agent_id = @agentId AND closed_at IS NULL",
            new { agentId, until = StoredTime.Write(until) }), cancellation);

    public async Task SettleDeliveryAsync(Delivery delivery, DeliveryOutcome outcome, CancellationToken cancellation)
    {
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("""
                UPDATE deliveries SET attempts = attempts + 1, settled_at = @settledAt, next_at = @nextAt, failure = @Failure
                WHERE conversation_id = @ConversationId AND seq = @Seq
                """, new
            {
                delivery.ConversationId,
                delivery.Message.Seq,
                settledAt = outcome.Done ? StoredTime.Write(outcome.At) : (long?)null,
                nextAt = StoredTime.Write(outcome.NextAt ?? outcome.At),
                outcome.Failure,
            });
            if (outcome.Done)
                await LogAsync(connection, delivery.ConversationId, new ConversationEvent(outcome.Failure is null ? ConversationEventKind.Delivered : ConversationEventKind.DeliveryFailed, outcome.At, delivery.Message.Seq, "bot"));
            return 0;
        }, cancellation);
    }

    public Task SaveFileAsync(StoredFile file, CancellationToken cancellation) =>
        database.WriteAsync(connection => connection.ExecuteAsync("""
            INSERT INTO files (id, conversation_id, name, content_type, content) VALUES (@Id, @ConversationId, @Name, @ContentType, @Content)
            """, file), cancellation);
}
