using ReplyBot.Intent.Features;

namespace ReplyBot.Intent.Training;

/// <summary>
/// Adds to labelled utterances what buyers put around them: greetings, links to what was said before, particles, thanks. A
/// request stays the same request behind a greeting; without such copies a model takes 你好 for the sign of a greeting.
/// </summary>
internal static class PoliteForms
{
    private const double OpeningShare = 0.6;
    private const double EndingShare = 0.3;
    private const double MarkShare = 0.2;

    private static readonly string[] Openings =
    [
        "你好", "您好", "你好,", "您好,", "请问", "请问一下", "你好请问", "您好我想问一下", "我想问下", "想问一下", "亲", "亲,", "在吗", "在吗,",
        "客服你好", "麻烦", "麻烦你", "帮我看下", "那", "那我", "那个", "我", "我的", "这个", "我这个", "哦", "嗯", "嗯嗯", "好的,", "好吧", "就是", "然后", "但是",
    ];

    private static readonly string[] Endings =
        ["谢谢", "谢谢了", ",谢谢", "呢", "啊", "呀", "哈", "哦", "吧", "了", "吗", "么", "可以吗", "行吗", "是吗", "对吗", "亲", "?", "麻烦了"];

    /// <summary>Marks that buyers end with or leave out as they like; they fit behind talk too.</summary>
    private static readonly string[] Marks = ["!", "!!", "。", "。。", "~", "~~", ",", ".", "...", "?", " ", "😄", "🌹"];

    /// <summary>The utterances and copies of many of them; those of the intents that <paramref name="isTalk"/> names only get marks.</summary>
    /// <param name="data">The utterances.</param>
    /// <param name="isTalk">For each intent whether it is mere talk, which a greeting would change.</param>
    /// <param name="seed">Where the choice starts from.</param>
    public static LabelledTexts AddTo(LabelledTexts data, IReadOnlyList<bool> isTalk, int seed)
    {
        var random = new Random(seed);
        var prepared = new List<string>(data.Prepared);
        var labels = new List<int>(data.Labels);
        foreach (var (text, label) in data.Prepared.Zip(data.Labels))
        {
            var opening = !isTalk[label] && random.NextDouble() < OpeningShare ? Openings[random.Next(Openings.Length)] : "";
            var ending = !isTalk[label] && random.NextDouble() < EndingShare ? Endings[random.Next(Endings.Length)] : "";
            if (random.NextDouble() < MarkShare)
                ending += Marks[random.Next(Marks.Length)];
            if (opening.Length + ending.Length == 0)
                continue;
            prepared.Add($"{UtteranceText.Edge}{opening}{text.AsSpan(1, text.Length - 2)}{ending}{UtteranceText.Edge}");
            labels.Add(label);
        }

        return new LabelledTexts([.. prepared], [.. labels], data.Intents);
    }
}
