using System.Globalization;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Reads numbers below a hundred thousand written in digits or in Chinese: 24, 二十四, 两百, 一千五, 半.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number, or null when the text is none.</summary>
    public static decimal? Parse(string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.Length == 0)
            return null;
        if (text == "半")
            return 0.5m;
        decimal sum = 0;
        decimal? digit = null;
        var last = 10m;
        foreach (var c in text)
        {
            if (Digit(c) is { } one)
            {
                if (digit is > 0)
                    return null;
                digit = one;
            }
            else if (Unit(c) is { } unit)
            {
                sum += (digit ?? 1) * unit;
                (digit, last) = (null, unit);
            }
            else
            {
                return null;
            }
        }

        // 一千五 is 1,500: a digit left over behind a hundred or more counts in the unit below.
        return sum + ((digit ?? 0) * (last > 10 && !text.Contains('零', StringComparison.Ordinal) ? last / 10 : 1));
    }

    private static int? Digit(char c) => c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null;

    private static decimal? Unit(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        _ => null,
    };
}
