using System.Globalization;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Conversations.Shop;

/// <summary>
/// The facts that may be said in one conversation at one moment, by slot. What is not known stays unknown: a slot without a value
/// keeps its wording from being said.
/// </summary>
/// <param name="Base">The shop, its policy and its catalogue.</param>
/// <param name="Order">The order whose owner is known, or null.</param>
/// <param name="Product">The product that is meant, or null.</param>
/// <param name="Asked">What the buyer asked, for the one fact of the product that is meant.</param>
/// <param name="Body">The buyer's height and weight, as far as told.</param>
/// <param name="Now">The time, in the shop's time zone.</param>
public sealed record SlotFacts(KnowledgeBase Base, OrderFacts? Order, Product? Product, string Asked, BodyMeasures Body, DateTimeOffset Now)
{
    /// <summary>The agent's name, for replies that an agent sends.</summary>
    public string? AgentName { get; init; }

    /// <summary>The buyer's name, where the channel vouches for it.</summary>
    public string? BuyerName { get; init; }

    /// <summary>The value of a slot, or null.</summary>
    public string? Lookup(string slot)
    {
        var dot = slot.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return null;
        var field = slot[(dot + 1)..];
        return slot[..dot] switch
        {
            "shop" => Base.Shop.Fields.GetValueOrDefault(field),
            "policy" => Base.Policy.Slots.GetValueOrDefault(field),
            "order" or "parcel" => Order?.Slots.GetValueOrDefault(slot),
            "product" => Product is null ? null : ProductFacts.Lookup(Base, Product, field, Asked, Body),
            "buyer" => field == "name" ? BuyerName : null,
            "agent" => field == "name" ? AgentName : null,
            "time" => Time(field),
            _ => null,
        };
    }

    private string? Time(string field) => field switch
    {
        "greeting" => Now.Hour switch { < 5 or >= 18 => "晚上好", < 12 => "早上好", _ => "下午好" },
        "today" => Now.ToString("M月d日", CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>What a buyer told of their body.</summary>
/// <param name="Height">Centimetres.</param>
/// <param name="Weight">Kilograms.</param>
public readonly record struct BodyMeasures(double? Height, double? Weight);
