using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>How one kind of slot is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Expression">Matches in normalised text; its group <c>slot</c> is the span.</param>
/// <param name="ValueOf">The normalised value of a match, or null where it is none after all.</param>
internal sealed record SlotPattern(SlotKind Kind, Regex Expression, Func<Match, string?> ValueOf)
{
    /// <summary>Whether every match has a number in it, so that a message without one need not be searched.</summary>
    public bool NeedsNumber { get; init; } = true;

    /// <summary>The group that is the span of the slot.</summary>
    public const string Span = "slot";

    /// <summary>A pattern whose value is its span as it stands.</summary>
    public static SlotPattern Literal(SlotKind kind, Regex expression) => new(kind, expression, match => match.Groups[Span].Value);

    /// <summary>A pattern of words without numbers, whose value is its span as it stands.</summary>
    public static SlotPattern Words(SlotKind kind, Regex expression) => Literal(kind, expression) with { NeedsNumber = false };
}
