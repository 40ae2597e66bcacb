using System.Buffers;
using System.Globalization;

namespace ReplyBot.Knowledge.Lint;

/// <summary>A reply of one word (嗯, 哦, 好) leaves the buyer standing.</summary>
internal sealed class FlatReplyRule : ITextRule
{
    private static readonly HashSet<string> Flat = new(StringComparer.Ordinal)
    {
        "好的", "好吧", "好滴", "好哒", "好嘞", "嗯嗯", "恩恩", "哦哦", "噢噢", "额额", "呵呵", "哈哈", "嘿嘿", "是的", "是呀", "对的", "对呀", "没有", "没了",
        "有的", "在的", "可以", "可以的", "不是", "不知道", "不清楚", "知道了", "收到", "收到了", "行吧", "行的", "随便", "随意", "ok", "okk", "没事", "没呢", "应该吧",
        "不确定", "可能吧", "嗯好", "嗯好的", "哦好", "哦好的", "好的哦", "好的呢", "好的呀", "嗯是的", "对啊", "是啊", "都行", "都可以", "看到了", "自己看", "知道", "嗯哼", "哦了", "哦知道", "明白", "了解", "懂了", "晓得", "看页面", "看详情", "看详情页", "看描述", "看说明", "看图", "不退", "不换", "不包", "没空", "不一定",
        "再说", "等着", "等等", "等会", "稍等", "没货", "别催", "别急", "没辙", "无解", "不晓得", "您说呢", "你说呢", "不处理", "缺货", "查不到", "不行", "不能", "改不了", "退不了", "换不了", "不可以", "开不了", "没法", "无法", "不卖", "无货", "有货", "没办法", "就这样吧", "就这样", "就这价", "哦行", "知道啦", "行行行", "好好好", "嗯呢", "哦这样", "再看吧", "看着办", "你看着办", "您看着办", "爱咋地", "没戏", "没听过", "问别人", "不懂", "找厂家", "规定如此", "系统问题", "都一样", "差不多", "还行", "一般", "正常", "不清楚呢",
    };

    /// <summary>What shows that something was found or is asked for: 查到了, 看一下, 找我.</summary>
    private static readonly SearchValues<char> Goes = SearchValues.Create("到了过完好清着一下请我您吗么货");

    public void Check(CheckedText text)
    {
        if (text.IsTemplate && text.Text.Contains(CheckedText.SlotMark))
            return;
        var letters = string.Concat(text.Text.Where(char.IsLetterOrDigit));
        if (letters.Length == 0)
        {
            text.ReportOriginal(
                FindingCodes.EmptyText, Severity.Error, 0, text.Original.Length,
                "没有说任何内容", "Nothing is said");
            return;
        }

        var core = TrimAddress(letters);
        if (StringInfo.GetNextTextElementLength(core) == core.Length || Flat.Contains(core) || IsOneCharacter(core) || SendsAway(core))
        {
            text.ReportOriginal(
                FindingCodes.FlatReply, Severity.Error, 0, text.Original.Length,
                "只回一个词太冷淡，请说清楚下一步", "A one-word reply is cold; say what happens next",
                "好的亲，我这就为您看一下，请告诉我您想了解哪一点");
        }
    }

    /// <summary>问快递, 看链接, 自己搜: a verb of looking and where to, and nothing else.</summary>
    private static bool SendsAway(string text)
    {
        var from = text.StartsWith("自己", StringComparison.Ordinal) ? 2 : 0;
        from += text.AsSpan(from).StartsWith("去") ? 1 : 0;
        return text.Length <= 8 && from < text.Length && "看问找查搜翻".Contains(text[from], StringComparison.Ordinal)
            && (from >= 2 || (text.Length - from >= 2 && !text.AsSpan(from + 1).ContainsAny(Goes)));
    }

    private static bool IsOneCharacter(string text) => text.Length <= 4 && text.All(c => c == text[0]);

    /// <summary>亲 and 您好 before or after the word do not make it an answer.</summary>
    private static string TrimAddress(string letters)
    {
        foreach (var address in (string[])["亲亲", "亲爱的", "您好", "你好", "亲"])
        {
            if (letters.StartsWith(address, StringComparison.Ordinal) && letters.Length > address.Length)
                letters = letters[address.Length..];
            if (letters.EndsWith(address, StringComparison.Ordinal) && letters.Length > address.Length)
                letters = letters[..^address.Length];
        }

        return letters.TrimEnd('哦', '呢', '哈', '呀', '啦', '喔', '噢') is { Length: > 0 } trimmed ? trimmed : letters;
    }
}
