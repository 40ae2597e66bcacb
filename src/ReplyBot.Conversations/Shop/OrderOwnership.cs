using System.Text.RegularExpressions;
using ReplyBot.Intent;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Conversations.Shop;

/// <summary>How far the proof of owning an order is.</summary>
public enum OwnershipState
{
    /// <summary>Nothing was said about an order.</summary>
    None,

    /// <summary>The order's owner is known.</summary>
    Proved,

    /// <summary>A number was given, the digits of the phone are missing.</summary>
    NeedsPhoneTail,

    /// <summary>Number and digits do not belong together; the buyer may try again.</summary>
    Mismatch,

    /// <summary>Too many failures: a human has to look.</summary>
    TooManyTries,
}

/// <summary>Where the proof stands after a message.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Order">The order whose facts may be told, if any.</param>
/// <param name="Memory">What to remember of it.</param>
/// <param name="JustProved">Whether this very message brought the proof.</param>
public sealed record Ownership(OwnershipState State, OrderFacts? Order, ConversationMemory Memory, bool JustProved);

/// <summary>
/// Decides whose order may be spoken of: order and parcel facts go only to a buyer whom the channel vouches for as the owner, or who
/// gives the order number and the last four digits of its phone. A wrong number and wrong digits get the same answer, so that
/// nobody learns which orders exist.
/// </summary>
public sealed partial class OrderOwnership(IShopData shop, ChannelSettings channels)
{
    private const int Tries = 3;

    /// <summary>Looks what the message adds to the proof.</summary>
    public async Task<Ownership> CheckAsync(Conversation conversation, Understanding read, CancellationToken cancellation)
    {
        var memory = conversation.Memory;
        if (channels.VouchesForBuyers(conversation.Channel))
        {
            var orders = await shop.OrdersOfAsync(conversation.Channel, conversation.BuyerId, cancellation);
            var named = read.SlotValue(SlotKind.OrderNumber);
            var order = orders.FirstOrDefault(order => order.Number == named) ?? orders.FirstOrDefault(order => order.Number == memory.VerifiedOrder);
            order ??= orders.Count > 0 ? orders[0] : null;
            return new Ownership(order is null ? OwnershipState.None : OwnershipState.Proved, order, memory, false);
        }

        var number = read.SlotValue(SlotKind.OrderNumber);
        if (memory.VerifiedOrder is { } verified && (number is null || number == verified))
            return new Ownership(OwnershipState.Proved, await shop.FindOrderAsync(verified, cancellation), memory, false);

        number ??= memory.ClaimedOrder;
        if (number is null)
            return new Ownership(OwnershipState.None, null, memory, false);
        if (memory.FailedProofs >= Tries)
            return new Ownership(OwnershipState.TooManyTries, null, memory, false);
        var tail = PhoneTail(read);
        if (tail is null)
        {
            var asked = number == memory.ClaimedOrder ? OwnershipState.None : OwnershipState.NeedsPhoneTail;
            return new Ownership(asked, null, memory with { ClaimedOrder = number }, false);
        }
        var found = await shop.FindOrderAsync(number, cancellation);
        if (found is not null && found.PhoneTail == tail)
            return new Ownership(OwnershipState.Proved, found, memory with { VerifiedOrder = number, ClaimedOrder = null }, true);
        var failed = memory with { ClaimedOrder = null, FailedProofs = memory.FailedProofs + 1 };
        return new Ownership(failed.FailedProofs >= Tries ? OwnershipState.TooManyTries : OwnershipState.Mismatch, null, failed, false);
    }

    private static string? PhoneTail(Understanding read)
    {
        if (read.SlotValue(SlotKind.PhoneTail) is { } tail)
            return tail;
        if (read.SlotValue(SlotKind.Phone) is { Length: >= 4 } phone)
            return phone[^4..];
        // A message that is little more than four digits, after the number was given or together with it.
        var bare = FourDigits().Matches(read.Text);
        return bare.Count == 1 && read.Text.Length <= 60 ? bare[0].Value : null;
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();
}
