namespace ReplyBot.Knowledge.Exchange;

/// <summary>
/// The headings that are understood: our own, and those of sellers' quick-phrase exports (分组, 快捷短语 or 内容, 快捷编码
/// or 缩写).
/// </summary>
internal static class ScriptColumns
{
    /// <summary>Our own headings in the order in which they are exported.</summary>
    public static IReadOnlyList<(ScriptColumn Column, string Heading)> Exported { get; } =
    [
        (ScriptColumn.Id, "编号"), (ScriptColumn.Intent, "意图"), (ScriptColumn.Question, "标准问"), (ScriptColumn.Variants, "相似问"),
        (ScriptColumn.Wordings, "回答"), (ScriptColumn.Stage, "阶段"), (ScriptColumn.Channels, "渠道"),
        (ScriptColumn.Products, "商品"), (ScriptColumn.Categories, "品类"), (ScriptColumn.Buyers, "买家类型"), (ScriptColumn.Emotions, "情绪"),
        (ScriptColumn.Hours, "时段"), (ScriptColumn.From, "开始日期"), (ScriptColumn.Until, "结束日期"), (ScriptColumn.Send, "发送"),
        (ScriptColumn.FollowUpAfter, "跟进时间"), (ScriptColumn.FollowUpScript, "跟进话术"), (ScriptColumn.Tags, "标签"), (ScriptColumn.Note, "备注"),
    ];

    private static readonly Dictionary<string, ScriptColumn> ByHeading = new(
        Exported.Select(entry => KeyValuePair.Create(entry.Heading, entry.Column)).Concat(
        [
            new("分组", ScriptColumn.Group), new("分类", ScriptColumn.Group), new("一级分组", ScriptColumn.Group), new("分组名称", ScriptColumn.Group),
            new("快捷短语", ScriptColumn.Phrase), new("内容", ScriptColumn.Phrase), new("短语内容", ScriptColumn.Phrase), new("回复内容", ScriptColumn.Phrase),
            new("话术", ScriptColumn.Phrase), new("话术内容", ScriptColumn.Phrase), new("快捷短语内容", ScriptColumn.Phrase),
            new("快捷编码", ScriptColumn.Shortcut), new("缩写", ScriptColumn.Shortcut), new("快捷码", ScriptColumn.Shortcut), new("编码", ScriptColumn.Shortcut),
            new("快捷键", ScriptColumn.Shortcut), new("问题", ScriptColumn.Question), new("标题", ScriptColumn.Question), new("关键词", ScriptColumn.Variants),
        ]), StringComparer.Ordinal);

    /// <summary>The column that a heading stands for, or null.</summary>
    public static ScriptColumn? Find(string heading) =>
        ByHeading.TryGetValue(heading.Trim().TrimStart('*').Trim(), out var column) ? column : null;
}
