using System.Text.Json;
using ReplyBot.BotFramework;
using ReplyBot.BotFramework.Handoff;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Channels;

/// <summary>Brings what comes over the Activity protocol to the shop's conversations, and their transcripts back.</summary>
public sealed class ConversationGateway(IConversationStore store, ConversationFeed feed, TypingSignals typing, MessagePace pace, OutsideDesk outside, ChannelSettings channels, ShopIdentity shop, TimeProvider clock) : IConversationGateway
{
    /// <summary>The most messages that go along with a handoff.</summary>
    private const int LongestTranscript = 200;

    public async Task<ConversationStart> StartAsync(BuyerConversation conversation, CancellationToken cancellationToken)
    {
        var known = await store.FindAsync(conversation.Id, cancellationToken) is not null;
        await store.StartAsync(
            new NewConversation(conversation.Id, AddressOf(conversation.ChannelId, null, conversation.UserId), conversation.UserName, null, clock.GetUtcNow()),
            cancellationToken);
        return known ? ConversationStart.Resumed : ConversationStart.Created;
    }

    public async Task<BuyerConversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(conversationId, cancellationToken);
        return conversation is null || conversation.DeliveryAddress is not null
            ? null
            : new BuyerConversation(conversation.Id, conversation.Channel, conversation.BuyerId, conversation.BuyerName);
    }

    public async Task<PostReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        switch (message.Kind)
        {
            case InboundKind.Typing:
                typing.BuyerTypes(message.ConversationId);
                return PostReceipt.Stored("");
            case InboundKind.Message:
                break;
            case InboundKind.Event when message.EventName == HandoffEvents.StatusName:
                await TakeStatusAsync(message, cancellationToken);
                return await AcknowledgeAsync(message, cancellationToken);
            default:
                // Joining, leaving and events change nothing here; the channel's address is kept with the first message.
                return await AcknowledgeAsync(message, cancellationToken);
        }
        if (pace.Count(message.ConversationId) is { } wait)
            return PostReceipt.Busy(wait);
        var at = clock.GetUtcNow();
        var receipt = await store.ReceiveAsync(
            new IncomingMessage(message.ConversationId, message.ClientActivityId, message.Text is { Length: > 0 } text ? text : ChoiceText(message.Value), at)
            {
                Files = [.. message.Attachments.Select(FileOf)],
                ChannelData = message.ChannelData,
                DeliveryAddress = message.ReplyReference,
                BuyerName = message.FromName,
                Opening = message.ReplyReference is null
                    ? null
                    : new NewConversation(message.ConversationId, AddressOf(message.ChannelId, message.ChannelAccountId, message.FromId), message.FromName, message.ReplyReference, at),
            },
            cancellationToken);
        return receipt.Outcome switch
        {
            ReceiptOutcome.Stored => PostReceipt.Stored(receipt.Message!.Id),
            ReceiptOutcome.Duplicate => PostReceipt.Duplicate(receipt.Message!.Id),
            _ => PostReceipt.UnknownConversation,
        };
    }

    public async Task<TranscriptPage?> ReadAsync(string conversationId, long after, int take, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(conversationId, cancellationToken);
        if (conversation is null)
            return null;
        var messages = new List<TranscriptMessage>();
        while (messages.Count == 0)
        {
            // Notes are skipped without ending the page: a page is empty only when nothing is left.
            var read = await store.MessagesAsync(conversationId, after, take, cancellationToken);
            if (read.Count == 0)
                break;
            foreach (var message in read.Where(message => message.ForBuyer))
                messages.Add(await EntryAsync(conversation, message, cancellationToken));
            after = read[^1].Seq;
        }
        return new TranscriptPage(messages, Math.Max(conversation.LastSeq, after));
    }

    /// <summary>What we say, as it is pushed to a channel.</summary>
    public TranscriptMessage Outgoing(Message message) => Transcript(message, conversation: null);

    public IDisposable Watch(string conversationId, Action<TranscriptSignal> signal)
    {
        var reading = feed.Watch(conversationId, () => signal(new TranscriptSignal()));
        var typed = typing.WatchAgent(conversationId, agent => signal(new TranscriptSignal(new Participant(ParticipantRole.Agent, "agent", agent))));
        return new Watching(reading, typed);
    }

    /// <summary>
    /// An outside desk says how a handoff stands. It counts only from a channel whose service vouches for the sender, and never from the
    /// buyer, who could take the conversation away from the shop with it.
    /// </summary>
    private async Task TakeStatusAsync(InboundMessage message, CancellationToken cancellation)
    {
        if (message.ReplyReference is null || !channels.HasOutsideDesk(message.ChannelId)
            || HandoffEvents.ReadStatus(message.Value) is not { } status
            || await store.FindAsync(message.ConversationId, cancellation) is not { } conversation || conversation.BuyerId == message.FromId)
        {
            return;
        }
        var stage = status.State switch
        {
            HandoffState.Accepted => HandoffStage.Accepted,
            HandoffState.Failed => HandoffStage.Failed,
            _ => HandoffStage.Completed,
        };
        await outside.TellAsync(message.ConversationId, stage, status.Message, cancellation);
    }

    private async Task<PostReceipt> AcknowledgeAsync(InboundMessage message, CancellationToken cancellation)
    {
        if (message.ReplyReference is not null)
            return PostReceipt.Stored("");
        return await store.FindAsync(message.ConversationId, cancellation) is null ? PostReceipt.UnknownConversation : PostReceipt.Stored("");
    }

    private BuyerAddress AddressOf(string channel, string? account, string buyer) => new(shop.Id, channel, account ?? "default", buyer);

    private async Task<TranscriptMessage> EntryAsync(Conversation conversation, Message message, CancellationToken cancellation)
    {
        var entry = Transcript(message, conversation);
        if (message.Signal is not { } signal)
            return entry;
        var state = signal.Stage switch
        {
            HandoffStage.Accepted => HandoffState.Accepted,
            HandoffStage.Failed => HandoffState.Failed,
            _ => HandoffState.Completed,
        };
        if (signal.Stage != HandoffStage.Initiated)
            return HandoffEvents.Status(entry, state);
        var context = new HandoffContext(signal.Reason?.ToString() ?? "", signal.Intent, signal.Emotion, signal.Skill);
        var said = await store.MessagesAsync(conversation.Id, Math.Max(0, message.Seq - 1 - LongestTranscript), LongestTranscript, cancellation);
        return HandoffEvents.Initiate(entry, conversation.Id, context, said.Where(line => line.IsSpeech && line.Seq < message.Seq).Select(line => Transcript(line, conversation)));
    }

    private TranscriptMessage Transcript(Message message, Conversation? conversation) => new()
    {
        Seq = message.Seq,
        Id = message.Id,
        From = message.From switch
        {
            MessageAuthor.Buyer => new Participant(ParticipantRole.Buyer, conversation!.BuyerId, conversation.BuyerName),
            MessageAuthor.Agent => new Participant(ParticipantRole.Agent, "agent", message.AuthorName),
            _ => new Participant(ParticipantRole.Bot, "bot", shop.Name),
        },
        Timestamp = message.At,
        Text = message.Text,
        Purpose = message.Kind.ToString(),
        Choices = message.Choices,
        Attachments = [.. message.Files.Select(file => new MessageAttachment(file.ContentType, file.Name, file.FileId, file.Url))],
        ClientActivityId = message.From == MessageAuthor.Buyer ? message.ClientId : null,
        ChannelData = message.ChannelData,
    };

    /// <summary>A pressed choice may come as a value without text: what was pressed is what the buyer says.</summary>
    private static string ChoiceText(string? value)
    {
        if (value is null)
            return "";
        using var json = JsonDocument.Parse(value);
        return json.RootElement.ValueKind == JsonValueKind.String ? json.RootElement.GetString()! : "";
    }

    private static MessageFile FileOf(MessageAttachment attachment) =>
        new(attachment.Name ?? "", attachment.ContentType, attachment.FileId, attachment.Url);

    private sealed class Watching(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
