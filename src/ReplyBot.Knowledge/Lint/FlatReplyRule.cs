using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// A reply of one word (嗯, 哦, 好, 没货) leaves the buyer standing, whatever forms of address, particles, marks and pictures it is
/// dressed in and however often it is said: 亲，没有了哦~, 好的好的, 收到👌.
/// </summary>
internal sealed partial class FlatReplyRule : ITextRule
{
    /// <summary>More letters than that say more than one word.</summary>
    private const int LongestReply = 12;

    private static readonly LateRegex OnlyWords = new(Words());

    private static readonly LateRegex OnlySendsAway = new(SendsAway());

    private static readonly SearchValues<char> Looking = SearchValues.Create("看问找查搜翻");

    public void Check(CheckedText text)
    {
        if (text.IsTemplate && text.Text.Contains(CheckedText.SlotMark))
            return;
        if (text.Text.Length > 3 * LongestReply || TextIndex.CountLetters(text.Text) > LongestReply)
            return;
        var letters = string.Concat(text.Text.Where(char.IsLetterOrDigit));
        if (letters.Length == 0)
        {
            text.ReportOriginal(
                FindingCodes.EmptyText, Severity.Error, 0, text.Original.Length,
                "没有说任何内容", "Nothing is said");
            return;
        }

        if (StringInfo.GetNextTextElementLength(letters) == letters.Length || OnlyWords.ForNext.IsMatch(letters) || (letters.AsSpan().ContainsAny(Looking) && OnlySendsAway.ForNext.IsMatch(letters)))
        {
            text.ReportOriginal(
                FindingCodes.FlatReply, Severity.Error, 0, text.Original.Length,
                "只回一个词太冷淡，请说清楚下一步", "A one-word reply is cold; say what happens next",
                "好的亲，我这就为您看一下，请告诉我您想了解哪一点");
        }
    }

    private const string Address = "(?:亲+|亲爱的|您好|你好|宝+|宝[子贝]|客官|老板|小主|姐妹?|哥|朋友|家人|老铁)";

    private const string Particle = "[的了呢呀哦哈啦嘛吧滴哒嘞咯喽哟噢喔呐哪诶啊捏嗷哇么嗒咧哩欧]";

    private const string Sound = "[嗯恩唔哦噢喔额呃啊哈呵嘿嗨唉哎欸诶咦嘻]";

    private const string Yes =
        "[好行是对成中可能在有懂妥会]|可以|收到|看到|明白|了解|知道|知悉|晓得|清楚|没问题|没事|没关系|没错|现货|有货|搞定|已阅";

    /// <summary>What was done, and nothing about it: 发了, 已退款.</summary>
    private const string DoneWith = "(?:已经?|早就?|都)?(?:[发送]货|退[款货]|换货|补[发货]|[发寄退改查催补换修取开送转签])了?";

    private const string No =
        "[不没无]|没有|[木冇]有|木得|[没木冇](?:问题|事)|不造|不是|不对|不行|不可以?|不能|不成|不会|不要|不用|不知道|不晓得|不清楚|不确定|不懂|不明白|不了解|不好说|没法|无法|没办法|没辙|无解|没戏|没招|没听过|没见过|[没无缺断]货|没空|[没不][退换改补送包卖发赔]|(?:不|不给|不能)(?:处理|支持|受理|议价|讲价|包邮)|[退换改补发开查做办修送寄]不[了到]";

    private const string Vague =
        "随便|随意|都行|都可以|都一样|差不多|还行|一般|正常|应该|可能|也许|大概|或许|不一定|再说|再看|看情况|看着办|自己看|稍等|等等|等会儿?|等着|等下|别急|别催|就这样|就这价|这样|爱咋地|规定如此|系统问题|您说|你说|[拍买]吧|下单吧|谢谢|抱歉|不好意思";

    private const string English = "okay|ok+|k+|yes|yep|yeah|yup|no|nope|nah|sure|fine|hi|hey|hello|gotit|noted|isee|maybe|dunno|idk|idontknow|whatever|thanks|done|received|soldout|outofstock|en+|hao(?:de)?|xing|mei(?:you)?|bu(?:zhidao|xing|neng)";

    /// <summary>Nothing but such words, each with its particles.</summary>
    [GeneratedRegex("^" + Address + "*(?:(?:" + Sound + "|" + Yes + "|" + DoneWith + "|" + No + "|" + Vague + "|" + English + ")" + Particle + "*" + Address + "?)+$")]
    private static partial Regex Words();

    /// <summary>问快递, 看链接, 自己搜: a verb of looking and where to, and nothing else; 查到了 and 看一下 go on.</summary>
    [GeneratedRegex("^" + Address + "?(?:自己去?|去)?[看问找查搜翻](?![到了过完好清着一下请我您吗么货])[^到了过完好清着一下请我您吗么货]{1,6}$|^" + Address + "?自己去?[看问找查搜翻]" + Particle + "*$")]
    private static partial Regex SendsAway();
}
