namespace ReplyBot.Knowledge.Scripts;

/// <summary>The words that a script file may use, and their spelling in it.</summary>
public static class ScriptVocabulary
{
    /// <summary>Stages as files spell them, in the order of <see cref="Stage"/>.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["any", "pre-sale", "in-sale", "after-sale", "review"];

    /// <summary>Hours as files spell them, in the order of <see cref="ServiceHours"/>.</summary>
    public static IReadOnlyList<string> Hours { get; } = ["any", "office", "after-hours"];

    /// <summary>Send modes as files spell them, in the order of <see cref="SendMode"/>.</summary>
    public static IReadOnlyList<string> SendModes { get; } = ["automatic", "agent"];

    /// <summary>Emotions that a script may be for.</summary>
    public static IReadOnlyList<string> Emotions { get; } = ["neutral", "happy", "anxious", "dissatisfied", "angry"];

    /// <summary>Channels that a script may be limited to.</summary>
    public static IReadOnlyList<string> Channels { get; } =
        ["taobao", "tmall", "jd", "pinduoduo", "douyin", "kuaishou", "xiaohongshu", "wechat", "web"];

    /// <summary>Buyer types that a script may be for: three levels of knowledge, price and demand, haggling, regulars.</summary>
    public static IReadOnlyList<string> Buyers { get; } =
    [
        "knowledge-none", "knowledge-some", "knowledge-expert",
        "price-generous", "price-testing", "price-insisting",
        "demand-trusting", "demand-doubting", "demand-picky",
        "haggle-compare", "haggle-referral", "regular",
    ];

    /// <summary>The spelling of a stage in files.</summary>
    public static string Name(Stage stage) => Stages[(int)stage];

    /// <summary>The stage with the given spelling; null when there is none.</summary>
    public static Stage? FindStage(string name) => Stages.IndexOf(name) is >= 0 and var index ? (Stage)index : null;

    internal static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
