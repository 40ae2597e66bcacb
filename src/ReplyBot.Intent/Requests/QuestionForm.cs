namespace ReplyBot.Intent.Requests;

/// <summary>Tells by its form that a piece of a message asks something, whatever it is that it asks.</summary>
internal static class QuestionForm
{
    /// <summary>Shorter ones hang on what they follow: 可以吗, 对不对, 是吧.</summary>
    private const int ShortestOpen = 5;

    private static readonly string[] Asking =
        ["吗", "什么", "怎么", "多少", "几个", "几天", "几点", "哪", "能不能", "可不可以", "有没有", "是不是", "会不会", "要不要", "如何", "为啥", "啥时", "咋"];

    /// <summary>Say less than those above: enough where it is known what the piece is about.</summary>
    private static readonly string[] AskingOrBidding = ["几时", "多久", "多大", "多长", "谁", "啥", "行不", "帮我", "帮忙", "麻烦", "给我", "请问", "请帮", "请给", "请你"];

    private static readonly string[] AskingEnds = ["么", "嘛", "呢", "没", "不", "没有", "吧"];

    private static readonly string[] Preludes = ["在吗", "在不在", "有人吗", "问一下", "想问", "请问一下", "怎么说", "怎么办", "什么意思"];

    /// <summary>Whether a piece whose intent is unknown is a question of its own.</summary>
    public static bool IsOpenQuestion(string text, Request piece)
    {
        var words = text.AsSpan(piece.Start, piece.Length);
        return words.Length >= ShortestOpen
            && !piece.Intent.Top.Id.StartsWith("chat.", StringComparison.Ordinal)
            && !ContainsAny(words, Preludes)
            && (IsBefore(text, piece, '?', '？') || ContainsAny(words, Asking));
    }

    /// <summary>
    /// Whether a piece whose intent is known asks for it: by a question, by a bidding, or on a line of its own. A statement beside a
    /// question (我申请了退款，退到哪里了) only says what the question is about.
    /// </summary>
    public static bool Asks(string text, Request piece)
    {
        var words = text.AsSpan(piece.Start, piece.Length);
        return IsBefore(text, piece, '?', '？')
            || ContainsAny(words, Asking)
            || ContainsAny(words, AskingOrBidding)
            || EndsWithAny(words, AskingEnds)
            || IsLine(text, piece);
    }

    /// <summary>Whether a piece is all that stands on its line, of several lines.</summary>
    private static bool IsLine(string text, Request piece)
    {
        var before = text.AsSpan(0, piece.Start).TrimEnd(' ');
        var isEnded = IsBefore(text, piece, '\n', '\r');
        return before.IsEmpty
            ? isEnded
            : before[^1] is '\n' or '\r' && (isEnded || piece.Start + piece.Length == text.Length);
    }

    private static bool IsBefore(string text, Request piece, char one, char other) =>
        piece.Start + piece.Length < text.Length && (text[piece.Start + piece.Length] == one || text[piece.Start + piece.Length] == other);

    private static bool ContainsAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var one in any)
            if (words.Contains(one, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var one in any)
            if (words.EndsWith(one, StringComparison.Ordinal))
                return true;
        return false;
    }
}
