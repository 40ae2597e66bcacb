namespace ReplyBot.Conversations.Shop;

/// <summary>What the shop knows of one order.</summary>
/// <param name="Number">The order number.</param>
/// <param name="PhoneTail">The last four digits of the receiver's phone: whoever gives them with the number is its owner.</param>
/// <param name="Status">The state as it is said to buyers.</param>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Products">The products in it, by id.</param>
/// <param name="Slots">The values of the <c>order.…</c> and <c>parcel.…</c> slots that are known.</param>
public sealed record OrderFacts(
    string Number,
    string PhoneTail,
    string Status,
    DateTimeOffset? PaidAt,
    IReadOnlyList<string> Products,
    IReadOnlyDictionary<string, string> Slots);
