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
        var before = text.AsSpan(from, at - from);
        return Before().IsMatch(before) || Unpromised().IsMatch(before);
    }

    /// <summary>Whether the clause goes on to take back what stands before <paramref name="end"/>: 绝对不起球我不敢说.</summary>
    public static bool TakesBack(string text, int end) => After().IsMatch(text.AsSpan(end, Math.Min(2 * Reach, text.Length - end)));

    /// <summary>Whether what stands between two places is negated before it or taken back after it.</summary>
    public static bool Denies(string text, int start, int end) => Covers(text, start) || TakesBack(text, end);

    [GeneratedRegex(@"^[^，。！？；、,!?;]{0,12}(?:不敢|不能|不好|不便|没法|无法|不会)(?:跟您|给您|向您|对您)?(?:随便|轻易|随口|乱)?(?:说|讲|保证|承诺|许|答应|应承|打包票|透露|提供|外泄|给您看)")]
    private static partial Regex After();

    /// <summary>We say that we do not promise what follows: 没办法保证明天, 不敢说一定.</summary>
    [GeneratedRegex(@"(?:不敢|不能|不好|不便|没法|没办法|无法|不会|难以)(?:跟您|给您|向您|对您)?(?:随便|轻易|随口|乱)?(?:说|讲|保证|承诺|许诺|答应|应承)[^，。！？；、,!?;]{0,8}$")]
    private static partial Regex Unpromised();

    // 不错, 不但, 不满意的话, 不粘锅, 别担心… deny nothing of what follows.
    [GeneratedRegex(@"(?:不(?![错但仅只光愧妨锈粘沾满合喜同少断管论])|没有?|无法|难以|请勿|切勿|并非|别(?![的人家处店担急忘]))[^，。！？；、,.!?;:：\s担怕错忘]{0,4}$")]
    private static partial Regex Before();
}
