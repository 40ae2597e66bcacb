namespace ReplyBot.Knowledge.Shop;

/// <summary>What is true of the shop: the values of the <c>{{shop.…}}</c> slots by field, as they are said.</summary>
public sealed record ShopFacts(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A shop of which nothing is known.</summary>
    public static ShopFacts Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The shifts of the shop's agents, in the order of the file.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>The shop's name, or an empty text.</summary>
    public string Name => Fields.GetValueOrDefault("name", "");
}
