using System.Text.Json;
using ReplyBot.BotFramework;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Channels;

/// <summary>Brings what comes over the Activity protocol to the shop's conversations, and their transcripts back.</summary>
public sealed class ConversationGateway(IConversationStore store, ConversationFeed feed, TypingSignals typing, MessagePace pace, ShopIdentity shop, TimeProvider clock) : IConversationGateway
{
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
            messages.AddRange(read.Where(message => message.ForBuyer).Select(message => Transcript(message, conversation)));
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

    private async Task<PostReceipt> AcknowledgeAsync(InboundMessage message, CancellationToken cancellation)
    {
        if (message.ReplyReference is not null)
            return PostReceipt.Stored("");
        return await store.FindAsync(message.ConversationId, cancellation) is null ? PostReceipt.UnknownConversation : PostReceipt.Stored("");
    }

    private BuyerAddress AddressOf(string channel, string? account, string buyer) => new(shop.Id, channel, account ?? "default", buyer);

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
