using System.Globalization;

namespace ReplyBot.Intent.Slots;

/// <summary>Reads numbers as buyers write them: 12, 12.5, 十二, 一百二, 两百, 一七五.</summary>
internal static class ChineseNumerals
{
    /// <summary>The characters that Chinese numbers are written with, for use inside a character class.</summary>
    public const string Characters = "零一二两三四五六七八九十百千";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number, or null where the text is none.</summary>
    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        if (char.IsAsciiDigit(text[0]))
            return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.IndexOfAny('十', '百', '千') < 0 ? ParseDigits(text) : ParseUnits(text);
    }

    /// <summary>The number without needless zeros, in the invariant culture.</summary>
    public static string Write(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static decimal? ParseDigits(ReadOnlySpan<char> text)
    {
        decimal number = 0;
        foreach (var c in text)
        {
            if (DigitOf(c) is not { } digit)
                return null;
            number = number * 10 + digit;
        }

        return number;
    }

    private static decimal? ParseUnits(ReadOnlySpan<char> text)
    {
        decimal sum = 0;
        decimal unit = 1;
        int? pending = null;
        foreach (var c in text)
        {
            if (DigitOf(c) is { } digit)
            {
                pending = digit;
                continue;
            }

            unit = c switch { '十' => 10, '百' => 100, _ => 1000 };
            sum += (pending ?? 1) * unit;
            pending = null;
        }

        // 一百二 means 120, 一百零二 means 102.
        var isShort = pending is not null && text.Length > 1 && text[^2] is '百' or '千';
        return sum + (pending ?? 0) * (isShort ? unit / 10 : 1);
    }

    private static int? DigitOf(char c) => c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null;
}
