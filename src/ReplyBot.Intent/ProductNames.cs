namespace ReplyBot.Intent;

/// <summary>What the shop's products are called, so that they are recognised in messages.</summary>
/// <param name="NamesById">For each product's id its name and its other names.</param>
public sealed record ProductNames(IReadOnlyDictionary<string, IReadOnlyList<string>> NamesById)
{
    /// <summary>No products.</summary>
    public static readonly ProductNames None = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The colours that any product comes in.</summary>
    public IReadOnlyCollection<string> Colors { get; init; } = [];

    /// <summary>The sizes or specifications that any product comes in.</summary>
    public IReadOnlyCollection<string> Sizes { get; init; } = [];
}
