namespace ReplyBot.Knowledge.Rendering;

/// <summary>The slots that a template may name.</summary>
public static class SlotReference
{
    private static readonly Dictionary<string, HashSet<string>> Sources = new(StringComparer.Ordinal)
    {
        ["shop"] = Fields("name", "hours", "phone", "return_address", "carriers", "origin", "campaign", "coupon", "gift", "member", "free_shipping", "store"),
        ["policy"] = Fields(
            "dispatch_hours", "delivery_days", "remote_delivery_days", "refund_days", "return_days", "exchange_hours", "resend_hours",
            "check_hours", "return_days_review", "price_protection_days", "invoice_days", "warranty_months", "damage_report_hours",
            "reply_minutes", "delay_voucher"),
        ["product"] = Fields(
            "name", "price", "stock", "colors", "sizes", "material", "care", "packing_list", "shelf_life", "warranty", "usage", "origin",
            "restock", "fact", "size_advice", "link", "alternative"),
        ["order"] = Fields(
            "number", "status", "paid_at", "dispatch_by", "dispatched_at", "items", "amount", "receiver", "address", "refund_status", "invoice_status"),
        ["parcel"] = Fields("carrier", "number", "latest", "eta"),
        ["buyer"] = Fields("name"),
        ["agent"] = Fields("name"),
        ["time"] = Fields("greeting", "today"),
    };

    /// <summary>All slots as <c>source.field</c>.</summary>
    public static IEnumerable<string> All => Sources.SelectMany(source => source.Value.Select(name => source.Key + "." + name));

    /// <summary>Whether <paramref name="slot"/> is one of them.</summary>
    public static bool IsKnown(string slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var dot = slot.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Sources.TryGetValue(slot[..dot], out var names) && names.Contains(slot[(dot + 1)..]);
    }

    /// <summary>
    /// Whether the slot's value is known only after something else is: whose order it is, which product is meant, or
    /// who the buyer is. A script needs one wording without such slots.
    /// </summary>
    public static bool NeedsContext(string slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return slot.StartsWith("order.", StringComparison.Ordinal)
            || slot.StartsWith("parcel.", StringComparison.Ordinal)
            || slot.StartsWith("product.", StringComparison.Ordinal)
            || slot.StartsWith("buyer.", StringComparison.Ordinal);
    }

    private static HashSet<string> Fields(params string[] names) => new(names, StringComparer.Ordinal);
}
