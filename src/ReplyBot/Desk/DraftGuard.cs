using System.Text.RegularExpressions;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Desk.Approvals;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Desk;

/// <summary>Checks what an agent is about to say to one buyer: the rules for everybody, what was approved here, and whose orders, names and addresses are given away.</summary>
internal sealed partial class DraftGuard(IServingBase serving, IShopData shop, ChannelSettings channels, IConversationStore store, ApprovalStore approvals, OtherBuyers others)
{
    /// <summary>How far back the buyer's own words are looked at, in messages.</summary>
    private const int MessagesRead = 200;

    /// <summary>Everything that is wrong with a draft, in the order of the text.</summary>
    public async Task<IReadOnlyList<TextFinding>> CheckAsync(Conversation conversation, string text, CancellationToken cancellation)
    {
        var common = serving.Current.Guard.Check(text, conversation.Channel, await ApprovedYuanAsync(conversation.Id, cancellation));
        return [.. common.Concat(await OtherBuyersAsync(conversation, text, cancellation)).OrderBy(finding => finding.Start)];
    }

    /// <summary>What a supervisor allowed to promise in a conversation, in yuan.</summary>
    public Task<decimal> ApprovedYuanAsync(string conversationId, CancellationToken cancellation) => approvals.GrantedYuanAsync(conversationId, cancellation);

    /// <summary>
    /// Orders named in a text that are not this buyer's, and what the agent's other buyers gave of themselves. What the buyer wrote
    /// tells the buyer nothing.
    /// </summary>
    public async Task<IReadOnlyList<TextFinding>> OtherBuyersAsync(Conversation conversation, string text, CancellationToken cancellation)
    {
        List<TextFinding>? findings = null;
        foreach (var known in await others.OfAsync(conversation, cancellation))
        {
            if (text.IndexOf(known.Value, StringComparison.Ordinal) is not (>= 0 and var place) || await IsOwnAsync(conversation, known.Value, cancellation))
                continue;
            (findings ??= []).Add(known.Found(place));
        }
        foreach (Match match in Number().Matches(text))
        {
            if (match.Value == conversation.Memory.VerifiedOrder || match.Value == conversation.Memory.ClaimedOrder
                || await shop.FindOrderAsync(match.Value, cancellation) is null || await BelongsAsync(conversation, match.Value, cancellation))
            {
                continue;
            }
            (findings ??= []).Add(new TextFinding(
                FindingCodes.OtherBuyer, Severity.Error, match.Index, match.Length,
                $"订单 {match.Value} 不是这位买家的，别人的订单不能说", $"Order {match.Value} is not this buyer's; orders of others are not spoken of", ""));
        }
        return findings ?? [];
    }

    private async Task<bool> BelongsAsync(Conversation conversation, string number, CancellationToken cancellation)
    {
        if (channels.VouchesForBuyers(conversation.Channel)
            && (await shop.OrdersOfAsync(conversation.Channel, conversation.BuyerId, cancellation)).Any(order => order.Number == number))
        {
            return true;
        }
        return await IsOwnAsync(conversation, number, cancellation);
    }

    /// <summary>Whether the buyer is called so or wrote it.</summary>
    private async Task<bool> IsOwnAsync(Conversation conversation, string words, CancellationToken cancellation)
    {
        if (conversation.BuyerName?.Contains(words, StringComparison.Ordinal) == true)
            return true;
        var messages = await store.MessagesAsync(conversation.Id, Math.Max(0, conversation.LastSeq - MessagesRead), MessagesRead, cancellation);
        return messages.Any(message => message.From == MessageAuthor.Buyer && message.Text.Contains(words, StringComparison.Ordinal));
    }

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Za-z]*[0-9]{8,}[0-9A-Za-z]*(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
