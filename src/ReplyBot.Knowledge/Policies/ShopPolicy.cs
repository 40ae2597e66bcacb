namespace ReplyBot.Knowledge.Policies;

/// <summary>What may be promised and granted.</summary>
/// <param name="Slots">The values of the <c>{{policy.…}}</c> slots by field, as they are said.</param>
/// <param name="Ceilings">The most that may be granted, case by case.</param>
/// <param name="NeverPromise">Phrases that promise more than the shop keeps.</param>
/// <param name="LegalNotes">What the law says, for editors to read; never said to buyers.</param>
public sealed record ShopPolicy(
    IReadOnlyDictionary<string, string> Slots,
    IReadOnlyList<CompensationCeiling> Ceilings,
    IReadOnlyList<string> NeverPromise,
    IReadOnlyList<string> LegalNotes)
{
    /// <summary>A policy that promises nothing.</summary>
    public static ShopPolicy Empty { get; } = new(new Dictionary<string, string>(), [], [], []);
}
