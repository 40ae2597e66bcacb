namespace ReplyBot.Intent;

/// <summary>What the shop's products are called, so that they are recognised in messages.</summary>
/// <param name="namesById">For each product's id its name and its other names.</param>
public sealed class ProductNames(IReadOnlyDictionary<string, IReadOnlyList<string>> namesById)
{
    /// <summary>No products.</summary>
    public static readonly ProductNames None = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>For each product's id its name and its other names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NamesById { get; } = namesById;
}
