using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Whether what is said is said not to be so: 我们不做返现 offers nothing, and 不能说绝对不起球 claims nothing.</summary>
internal static partial class Negation
{
    private const int Reach = 10;

    /// <summary>Whether the clause before <paramref name="at"/> ends in a negation that reaches over it.</summary>
    public static bool Covers(string text, int at)
    {
        var from = Math.Max(0, at - Reach);
        return Before().IsMatch(text.AsSpan(from, at - from));
    }

    // 不错, 不但, 别担心… deny nothing of what follows.
    [GeneratedRegex(@"(?:不(?![错但仅只光愧妨])|没有?|无法|难以|请勿|切勿|并非|别(?![的人家处店担急忘]))[^，。！？；、,.!?;:：\s担怕错忘]{0,4}$")]
    private static partial Regex Before();
}
