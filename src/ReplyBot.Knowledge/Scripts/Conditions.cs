namespace ReplyBot.Knowledge.Scripts;

/// <summary>When a script applies. An empty list, <c>Any</c> and null restrict nothing.</summary>
/// <param name="Stage">The stage of the buyer's journey.</param>
/// <param name="Channels">The channel ids that may see it.</param>
/// <param name="Products">The product ids that it is about.</param>
/// <param name="Categories">The product categories that it is about.</param>
/// <param name="Buyers">The buyer types that it is for.</param>
/// <param name="Emotions">The emotions that it is for.</param>
/// <param name="Hours">Within or outside the agents' hours.</param>
/// <param name="From">The first day on which it is valid, in the shop's calendar.</param>
/// <param name="Until">The last day on which it is valid, in the shop's calendar.</param>
public sealed record Conditions(
    Stage Stage,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Products,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Buyers,
    IReadOnlyList<string> Emotions,
    ServiceHours Hours,
    DateOnly? From,
    DateOnly? Until)
{
    /// <summary>Conditions that restrict nothing.</summary>
    public static Conditions None { get; } = new(Stage.Any, [], [], [], [], [], ServiceHours.Any, null, null);

    /// <summary>Whether <paramref name="channel"/> may see the script.</summary>
    public bool AllowsChannel(string channel) => Allows(Channels, channel);

    /// <summary>Whether the script is valid on <paramref name="day"/> of the shop's calendar.</summary>
    public bool IsValidOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>Whether both could apply to the same message.</summary>
    public bool Overlaps(Conditions other) =>
        (Stage == Stage.Any || other.Stage == Stage.Any || Stage == other.Stage)
        && (Hours == ServiceHours.Any || other.Hours == ServiceHours.Any || Hours == other.Hours)
        && Share(Channels, other.Channels)
        && Share(Products, other.Products)
        && Share(Categories, other.Categories)
        && Share(Buyers, other.Buyers)
        && Share(Emotions, other.Emotions)
        && (From is null || other.Until is null || From <= other.Until)
        && (other.From is null || Until is null || other.From <= Until);

    internal static bool Allows(IReadOnlyList<string> allowed, string value) =>
        allowed.Count == 0 || allowed.Contains(value, StringComparer.Ordinal);

    private static bool Share(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == 0 || right.Count == 0 || left.Any(value => right.Contains(value, StringComparer.Ordinal));
}
