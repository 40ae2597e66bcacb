using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>How one kind of slot is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Expression">Matches in normalised text; its group <c>slot</c> is the span.</param>
/// <param name="ValueOf">The normalised value of a match, or null where it is none after all.</param>
internal sealed record SlotPattern(SlotKind Kind, Regex Expression, Func<Match, string?> ValueOf)
{
    /// <summary>The characters of which every match has one, so that a message without them need not be searched; null where there are none.</summary>
    public SearchValues<char>? Needs { get; init; } = Digits;

    /// <summary>Digits.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Digits and Chinese numerals.</summary>
    public static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二两三四五六七八九十百千");

    /// <summary>The group that is the span of the slot.</summary>
    public const string Span = "slot";

    /// <summary>A pattern whose value is its span as it stands.</summary>
    public static SlotPattern Literal(SlotKind kind, Regex expression) => new(kind, expression, match => match.Groups[Span].Value);

    /// <summary>A pattern of words without numbers, whose value is its span as it stands.</summary>
    public static SlotPattern Words(SlotKind kind, Regex expression) => Literal(kind, expression) with { Needs = null };
}
