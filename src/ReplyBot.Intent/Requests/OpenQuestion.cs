namespace ReplyBot.Intent.Requests;

/// <summary>Tells by its form that a piece asks something, whatever it is that it asks.</summary>
internal static class OpenQuestion
{
    /// <summary>Shorter ones hang on what they follow: 可以吗, 对不对, 是吧.</summary>
    private const int Shortest = 5;

    private static readonly string[] Forms =
        ["吗", "什么", "怎么", "多少", "几个", "几天", "几点", "哪", "能不能", "可不可以", "有没有", "是不是", "会不会", "要不要", "如何", "为啥", "啥时", "咋"];

    private static readonly string[] Preludes = ["在吗", "在不在", "有人吗", "问一下", "想问", "请问一下", "怎么说", "怎么办", "什么意思"];

    /// <summary>Whether a piece of a message is a question of its own.</summary>
    public static bool Is(string text, Request piece)
    {
        var words = text.AsSpan(piece.Start, piece.Length);
        if (words.Length < Shortest || piece.Intent.Top.Id.StartsWith("chat.", StringComparison.Ordinal))
            return false;
        foreach (var prelude in Preludes)
            if (words.Contains(prelude, StringComparison.Ordinal))
                return false;
        if (piece.Start + piece.Length < text.Length && text[piece.Start + piece.Length] is '?' or '？')
            return true;
        foreach (var form in Forms)
            if (words.Contains(form, StringComparison.Ordinal))
                return true;
        return false;
    }
}
