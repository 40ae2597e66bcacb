namespace ReplyBot.Knowledge.Shop;

/// <summary>One line of a sample order.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Color">The colour, if it has one.</param>
/// <param name="Size">The size or specification.</param>
/// <param name="Quantity">How many.</param>
public sealed record SampleOrderItem(string Product, string? Color, string? Size, int Quantity);
