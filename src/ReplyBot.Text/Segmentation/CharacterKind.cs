using System.Globalization;

namespace ReplyBot.Text.Segmentation;

/// <summary>What a UTF-16 code unit is for cutting words.</summary>
internal enum CharacterKind : byte
{
    /// <summary>A mark, symbol or control character; also the first half of a surrogate pair.</summary>
    Symbol,

    /// <summary>A Chinese character.</summary>
    Han,

    /// <summary>A letter of an alphabet or a mark on it.</summary>
    Letter,

    /// <summary>A digit or other number.</summary>
    Digit,

    /// <summary>White space.</summary>
    Space,

    /// <summary>The second half of a surrogate pair, never a word's beginning.</summary>
    LowSurrogate,
}

/// <summary>The kind of every code unit.</summary>
internal static class CharacterKinds
{
    private static readonly CharacterKind[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Classify((char)c))];

    /// <summary>The kind of <paramref name="c"/>.</summary>
    public static CharacterKind Of(char c) => Kinds[c];

    /// <summary>Whether a word may begin at the second of these neighbours: not within a number, nor within a word of letters.</summary>
    public static bool CanPart(CharacterKind before, CharacterKind after) =>
        after != CharacterKind.LowSurrogate
        && (before != after || after is not (CharacterKind.Letter or CharacterKind.Digit));

    private static CharacterKind Classify(char c)
    {
        if (c is '\u3007' or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'))
            return CharacterKind.Han;
        if (char.IsLowSurrogate(c))
            return CharacterKind.LowSurrogate;
        if (char.IsWhiteSpace(c))
            return CharacterKind.Space;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterKind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterKind.Digit,
            _ => CharacterKind.Symbol,
        };
    }
}
