using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Desk;

/// <summary>What is known about the buyer and the matter, beside the transcript.</summary>
/// <param name="Summary">What is asked, as it was written down when the buyer was handed over.</param>
/// <param name="Intent">What the last buyer messages ask for.</param>
/// <param name="Emotion">What the buyer feels, as far as the last messages show it.</param>
/// <param name="Slots">Facts that the buyer gave lately; personal ones masked.</param>
/// <param name="BuyerTypes">What kind of buyer writes so, with the words that show it.</param>
/// <param name="Tried">The scripts that were said already.</param>
/// <param name="Orders">The buyer's orders, where the buyer is known to be their owner.</param>
/// <param name="History">When people served the buyer before, and how it ended, newest first.</param>
internal sealed record BuyerContext(
    string? Summary,
    IntentItem? Intent,
    string? Emotion,
    IReadOnlyList<SlotItem> Slots,
    IReadOnlyList<BuyerTypeItem> BuyerTypes,
    IReadOnlyList<TriedScript> Tried,
    IReadOnlyList<OrderItem> Orders,
    IReadOnlyList<PastHandoff> History);

internal sealed record IntentItem(string Id, string Name, string NameEn, double Confidence);

internal sealed record TriedScript(string Id, string Question);

internal sealed record SlotItem(SlotKind Name, string Value, bool Masked);

internal sealed record BuyerTypeItem(BuyerType Id, string Name, string Evidence);

internal sealed record OrderItem(string Number, string Status, string Items, DateTimeOffset? PaidAt);
