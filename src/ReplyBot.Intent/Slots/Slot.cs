namespace ReplyBot.Intent.Slots;

/// <summary>Kinds of facts that a buyer's message can carry.</summary>
public enum SlotKind
{
    OrderNumber,
    ParcelNumber,
    Phone,
    PhoneTail,
    Address,
    PersonName,
    Date,
    Time,
    Amount,
    Quantity,
    Height,
    Weight,
    Size,
    Color,
    Product,
}

/// <summary>A fact found in a message.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the original text, in UTF-16 code units.</param>
/// <param name="Length">How long it is in the original text.</param>
/// <param name="Value">The normalised value: digits only for numbers, centimetres for heights, kilograms for weights, yuan for amounts, a product's id.</param>
public sealed record Slot(SlotKind Kind, int Start, int Length, string Value)
{
    /// <summary>Whether the value is personal data, to be masked wherever it is not needed in full.</summary>
    public bool IsPersonal => Kind is SlotKind.Phone or SlotKind.PhoneTail or SlotKind.Address or SlotKind.PersonName;
}
