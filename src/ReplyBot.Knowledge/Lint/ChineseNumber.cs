using System.Globalization;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Reads small numbers written in digits or in Chinese: 24, 二十四, 两, 十, 半.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number, or null when the text is none.</summary>
    public static decimal? Parse(string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text == "半")
            return 0.5m;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 && Digit(text[0]) is { } single ? single : null;
        var tens = ten == 0 ? 1 : ten == 1 ? Digit(text[0]) : null;
        var ones = ten == text.Length - 1 ? 0 : ten == text.Length - 2 ? Digit(text[^1]) : null;
        return tens is null || ones is null ? null : (tens * 10) + ones;
    }

    private static int? Digit(char c) => c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null;
}
