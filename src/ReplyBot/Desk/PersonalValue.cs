using ReplyBot.Intent.Slots;

namespace ReplyBot.Desk;

/// <summary>Masks personal values where they are not needed in full; they stand unmasked in the transcript only.</summary>
internal static class PersonalValue
{
    private const int RegionLength = 6;
    private const string Mask = "****";

    /// <summary>The value with what identifies a person taken out.</summary>
    public static string Masked(SlotKind kind, string value) => kind switch
    {
        SlotKind.Phone when value.Length >= 11 => string.Concat(value.AsSpan(0, 3), Mask, value.AsSpan(value.Length - 2)),
        // Province and city are enough to know where it goes.
        SlotKind.Address when value.Length > RegionLength => string.Concat(value.AsSpan(0, RegionLength), Mask),
        SlotKind.PersonName when value.Length > 1 => string.Concat(value.AsSpan(0, 1), "**"),
        _ => Mask,
    };
}
