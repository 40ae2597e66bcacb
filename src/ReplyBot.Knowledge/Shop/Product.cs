namespace ReplyBot.Knowledge.Shop;

/// <summary>A product of the catalogue. What is not listed here is not known and must not be guessed.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Name">The name that buyers see.</param>
/// <param name="Aliases">What buyers call it.</param>
/// <param name="Category">The category: clothing, snacks, appliances.</param>
/// <param name="Price">The price in yuan; null when unknown.</param>
/// <param name="Stock">How many are left; null when unknown.</param>
/// <param name="Colors">The colours on sale.</param>
/// <param name="Sizes">The sizes or specifications on sale.</param>
/// <param name="SizeTable">The id of its size table, if it has one.</param>
/// <param name="Link">Where to see it.</param>
/// <param name="Facts">Attributes by their Chinese names, in the order of the file.</param>
/// <param name="Alternative">The id of a similar product, offered when this one is out of stock.</param>
/// <param name="Restock">When it comes back, as it is said.</param>
public sealed record Product(
    string Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string Category,
    decimal? Price,
    int? Stock,
    IReadOnlyList<string> Colors,
    IReadOnlyList<string> Sizes,
    string? SizeTable,
    string? Link,
    IReadOnlyDictionary<string, string> Facts,
    string? Alternative,
    string? Restock);
