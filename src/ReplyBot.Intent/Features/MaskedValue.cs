namespace ReplyBot.Intent.Features;

/// <summary>
/// Recognises what stands in recorded dialogues for values that were taken out of them: a Chinese name and an x in brackets, such
/// as [数字x] or [地址x].
/// </summary>
internal static class MaskedValue
{
    private const int LongestName = 5;

    /// <summary>What a mask at the beginning of the text is read as.</summary>
    /// <param name="text">Normalised text from where the mask may begin.</param>
    /// <param name="character">What it is read as; null where nothing stands for it.</param>
    /// <returns>How long the mask is, or 0 where none begins here.</returns>
    public static int Find(ReadOnlySpan<char> text, out char? character)
    {
        character = null;
        if (text.IsEmpty || text[0] != '[')
            return 0;
        var end = text[..Math.Min(text.Length, LongestName + 3)].IndexOf("x]", StringComparison.Ordinal);
        if (end < 2 || text[1..end].ContainsAnyInRange('\0', '\u2fff'))
            return 0;
        character = text[1..end] switch
        {
            "数字" or "金额" or "日期" or "时间" => UtteranceText.Number,
            "订单" or "电话" or "身份证号" => UtteranceText.LongNumber,
            _ => null,
        };
        return end + 2;
    }
}
