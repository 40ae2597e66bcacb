using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent;
using ReplyBot.Intent.Slots;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Desk;

/// <summary>Reads for an agent what the buyer's last messages tell, and adds what the shop knows and may show.</summary>
internal sealed class BuyerContextReader(IServingBase serving, IShopData shop, OrderOwnership ownership, ChannelSettings channels, BuyerHistory history)
{
    /// <summary>How far back facts and types are read, in buyer messages.</summary>
    private const int MessagesRead = 10;

    /// <summary>Reads it.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="transcript">Its newest messages, in order.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<BuyerContext> ReadAsync(Conversation conversation, IReadOnlyList<Message> transcript, CancellationToken cancellation)
    {
        var current = serving.Current;
        var spoken = transcript.Where(message => message.From == MessageAuthor.Buyer && message.Text.Length > 0).TakeLast(MessagesRead)
            .Select(message => current.Reader.Read(message.Text)).Reverse().ToList();
        var last = LastBurst(transcript) is { Length: > 0 } burst ? current.Reader.Read(burst) : null;
        return new BuyerContext(
            conversation.Handoff?.Summary is { Length: > 0 } summary ? summary : null,
            last is null ? null : Intent(last, current.Bundle.Content),
            last is null ? null : ConsoleJson.Name(last.Emotion.Label),
            Slots(spoken, current.Bundle.Content),
            BuyerTypes(spoken),
            [.. conversation.Memory.Said.Keys.Order(StringComparer.Ordinal).Select(current.Bundle.Content.FindScript)
                .OfType<Script>().Where(script => !script.IsNotice).Select(script => new TriedScript(script.Id, script.Question))],
            last is null ? [] : await OrdersAsync(conversation, last, cancellation),
            await history.ReadAsync(conversation, cancellation));
    }

    /// <summary>What the buyer wrote last without anybody in between.</summary>
    private static string LastBurst(IReadOnlyList<Message> transcript) =>
        string.Join('\n', transcript.Reverse().Where(message => message.IsSpeech)
            .SkipWhile(message => message.From != MessageAuthor.Buyer)
            .TakeWhile(message => message.From == MessageAuthor.Buyer)
            .Reverse().Select(message => message.Text.Trim()).Where(text => text.Length > 0));

    private static IntentItem Intent(Understanding read, KnowledgeBase knowledge)
    {
        var top = read.Intent.Top;
        var known = knowledge.Taxonomy.FirstOrDefault(intent => intent.Id == top.Id);
        return new IntentItem(top.Id, known?.NameZh ?? top.Id, known?.NameEn ?? top.Id, Math.Round(top.Confidence, 4));
    }

    /// <summary>The newest value of each kind.</summary>
    private static IReadOnlyList<SlotItem> Slots(IEnumerable<Understanding> newestFirst, KnowledgeBase knowledge) =>
        [.. newestFirst.SelectMany(read => read.Slots.Reverse()).DistinctBy(slot => slot.Kind).OrderBy(slot => slot.Kind).Select(slot => Item(slot, knowledge))];

    private static SlotItem Item(Slot slot, KnowledgeBase knowledge) => slot switch
    {
        { IsPersonal: true } => new SlotItem(slot.Kind, PersonalValue.Masked(slot.Kind, slot.Value), Masked: true),
        { Kind: SlotKind.Product } => new SlotItem(slot.Kind, knowledge.FindProduct(slot.Value)?.Name ?? slot.Value, Masked: false),
        _ => new SlotItem(slot.Kind, slot.Value, Masked: false),
    };

    private static IReadOnlyList<BuyerTypeItem> BuyerTypes(IEnumerable<Understanding> newestFirst) =>
        [.. newestFirst
            .SelectMany(read => read.BuyerTypes.Select(evidence => new BuyerTypeItem(
                evidence.Type, BuyerTypeNames.Of(evidence.Type), read.Text.Substring(evidence.Start, evidence.Length))))
            .DistinctBy(item => item.Id)];

    private async Task<IReadOnlyList<OrderItem>> OrdersAsync(Conversation conversation, Understanding read, CancellationToken cancellation)
    {
        if ((await ownership.CheckAsync(conversation, read, cancellation)).Order is not { } proved)
            return [];
        var orders = channels.VouchesForBuyers(conversation.Channel)
            ? await shop.OrdersOfAsync(conversation.Channel, conversation.BuyerId, cancellation)
            : [proved];
        return [.. orders.Select(order => new OrderItem(order.Number, order.Status, order.Slots.GetValueOrDefault("order.items", ""), order.PaidAt?.ToUniversalTime()))];
    }
}
