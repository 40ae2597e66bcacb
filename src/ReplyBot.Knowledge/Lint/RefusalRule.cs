using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// A refusal that offers nothing. The same "no" with a reason and a way on is fine, and so is a fact about the goods that only sounds like
/// one: what the conduct model is sure of in a longer text is no refusal.
/// </summary>
internal sealed partial class RefusalRule(ConductModel model) : ITextRule
{
    private static readonly string[] Refusals =
    [
        "不行", "不可以", "没办法", "没法", "无法", "做不到", "做不了", "办不到", "不讲价", "不议价", "不还价", "不接受", "不支持", "不同意", "不给退", "不给换",
        "不予", "拒绝", "不包邮", "不处理", "不赔", "不退", "不换", "不补", "不送", "不改", "不发", "没有优惠", "没优惠", "少不了", "便宜不了", "退不了", "换不了", "改不了",
        "取消不了", "别想", "不可能", "不负责", "管不了", "不归", "不让退", "不让换", "不让改", "不让取消", "我不懂", "没听说过", "只管卖", "只管发", "不受理", "爱莫能助", "过期不候", "恕不", "概不", "不办理", "不管换", "不管退", "不管修", "跟店铺无关", "与店铺无关", "和店铺无关", "与本店无关", "没门儿", "免谈", "休想", "甭想", "不归我们管", "不知道", "不清楚", "没得", "不给开", "不提供", "没招", "没辙", "查不了", "做不了主", "不归我", "不包退", "不包换", "不会补", "不会再补", "不会退", "不会换",
    ];

    /// <summary>What a 不能 must be followed by to be one: 不能机洗 tells a fact about the goods.</summary>
    private static readonly SearchValues<string> Deniable = SearchValues.Create(
        ["退", "换", "改", "送", "便宜", "优惠", "少", "降", "发", "寄", "取消", "补", "赔", "包邮", "开", "提供", "处理", "帮", "给", "再", "加"], StringComparison.Ordinal);

    private const string Cannot = "不能";

    private const string Ends = "，。！？,.!?的了哦呢呀哈啊";

    /// <summary>Words of which at least one shows that the reply goes on from the no.</summary>
    private static readonly string[] WaysOn =
    [
        "可以", "帮您", "给您", "为您", "替您", "我来", "我去", "我先", "我这就", "我们会", "我们来", "马上", "建议", "不过", "但", "请您", "请先", "请把", "请告诉", "您可以",
        "您看可", "您看行", "您看好", "您看这", "您看哪", "您看看", "您看是", "您看能", "您看要", "您看怎", "您看如何", "您看方便", "您看喜", "您看合", "您看需", "您看一下", "明早", "明天一早", "第一批", "优先", "排在", "免费", "重做", "送您", "随时", "照样", "一样有", "自动", "按个赔", "照赔", "再喊我", "再找我",
        "联系", "申请", "登记", "核实", "反馈", "转给", "换成", "改成", "试试", "推荐", "另外", "还有", "如果", "只要", "到时", "之后", "等到", "换一", "选择", "保证您", "放心", "咱们", "已经为",
        "能帮", "可备注", "可重新", "可申请", "可选", "可留", "可先", "可到", "可在", "可联系", "麻烦", "拍照", "拍张", "发我", "告诉我", "说说", "留言", "提供", "参考", "以购买页", "以页面", "同事", "方案", "◇", "先查", "查一下", "问一下", "确认", "优惠券", "有活动", "等活动", "活动时", "活动里", "活动期", "活动价", "活动页", "参加活动", "看活动", "请在", "在页面", "在这里", "尽量", "尽力", "努力", "隐私", "保密", "资料", "为了您", "因为", "由于", "为了", "出于", "所以", "是按", "否则", "免得", "以免", "才能", "不够", "已经发", "已发出", "已经出库", "已出库", "已经寄", "大概", "预计", "左右", "补货", "会到", "可换", "可用", "可看",
    ];

    private static readonly SearchValues<string> RefusalSearch = SearchValues.Create(Refusals, StringComparison.Ordinal);

    private static readonly SearchValues<string> WayOnSearch = SearchValues.Create(WaysOn, StringComparison.Ordinal);

    /// <summary>No refusals: 不能替代, 不退色 and the like.</summary>
    private static readonly string[] Harmless =
    [
        "不换行", "能不能", "行不行", "可不可以", "不发霉", "不改变", "不发黄", "不送不", "不可以吗", "不能吗", "不行吗", "无法替代", "不能替代", "不退色", "不发火", "不知道您", "不清楚您", "不知道是",
        "不清楚的", "不知道的", "拒绝原因", "暂不支持", "暂时不支持", "不提供的", "不知道怎么", "没法保证", "无法保证", "没办法保证", "无法承诺", "没法给您承诺", "没法跟您保证", "没法给您保证", "没办法给您保证", "没办法承诺", "没法承诺",
    ];

    public void Check(CheckedText text)
    {
        if (Find(text.Text) < 0)
        {
            CheckCurt(text);
            return;
        }

        var plain = text.Text;
        foreach (var harmless in Harmless)
            plain = plain.Replace(harmless, new string('　', harmless.Length), StringComparison.Ordinal);
        var at = Find(plain);
        if (at < 0)
        {
            CheckCurt(text);
            return;
        }

        var refusal = Refusals.FirstOrDefault(word => string.CompareOrdinal(plain, at, word, 0, word.Length) == 0) ?? Cannot;

        // Nothing is offered by the words of the refusal itself: 不可能给您换.
        var rest = plain.AsSpan(at + refusal.Length);
        if (rest.StartsWith("给您") || rest.StartsWith("帮您") || rest.StartsWith("为您"))
            rest = rest[2..];
        var withoutRefusal = string.Concat(plain.AsSpan(0, at), rest);
        if (refusal == "不可以")
            withoutRefusal = withoutRefusal.Replace("不可以", "", StringComparison.Ordinal);
        if (withoutRefusal.AsSpan().ContainsAny(WayOnSearch))
            return;
        Report(text, at, refusal.Length);
    }

    /// <summary>A clause that is nothing but a no, in a text that offers nothing besides.</summary>
    private void CheckCurt(CheckedText text)
    {
        if (text.Text.Length > LongestCurt || !text.Text.AsSpan().ContainsAny(Denying) || text.Text.AsSpan().ContainsAny(WayOnSearch))
            return;
        foreach (var match in CurtReply.ForNext.EnumerateMatches(text.Text))
            Report(text, match.Index, match.Length);
    }

    private void Report(CheckedText text, int at, int length)
    {
        if (text.Text.Length >= LongEnoughToJudge && model.Score(text.Text) < SurelyFit)
            return;
        var refusal = text.Text.Substring(at, length);
        text.Report(
            FindingCodes.FlatRefusal, Severity.Error, at, length,
            $"“{refusal}”后面没有给出办法，请说明原因和能做的事", $"'{refusal}' offers no way on; give the reason and what can be done",
            "这一点我们暂时做不到，不过我可以帮您看看别的办法");
    }

    private static readonly LateRegex CurtReply = new(Curt());

    /// <summary>In a longer text something else is said too.</summary>
    private const int LongestCurt = 30;

    /// <summary>In a shorter text the model has too little to judge by.</summary>
    private const int LongEnoughToJudge = 12;

    /// <summary>Below it a sentence reads like what shops say.</summary>
    private const float SurelyFit = -0.4f;

    private static readonly SearchValues<string> Denying = SearchValues.Create(["不", "没", "无", "作废", "自己", "再说", "再问", "再讲", "再谈"], StringComparison.Ordinal);

    /// <summary>What a shop does for a buyer.</summary>
    private const string Service =
        "(?:退|换|改|补|送|发|赔|修|开|接收|接|做|办|查|降|减|便宜|优惠|取消|处理|满足|指定|提供|安排|解决|答应|同意|保留|留|加|催|管|调|寄|插|撤|合并|拆|单卖|零卖|试|包|让|议|讲|还|商量|通融|破例|受理|支持|负责|承担)";

    private const string Whole = "(?:价|货|款|差价|地址|发票|运费|邮费|颜色|尺码|赠品|订单|单|件|的)?(?:的|了|呢|哦|哈|呀|啊|喔|哟|啦)*(?=$|[，。！？,.!?;；~])";

    [GeneratedRegex("(?:" + Service + "不[了成起上动来]|(?:一律|一概|统统|从来|就是|都|也|真的?|确实|我们|咱们|本店|店里|小店|这边|这里|概|价|码|品|单|期|款)不(?:再|会再?|能再?|给|予|可)?" + Service + "|不会再" + Service + "|(?:没|没有|无)(?:这个|这种|这一)?(?:说法|规定|服务|道理|先例|政策|义务|必要|商量|余地|门路))(?:这个|这种|那个|那些)?" + Whole + "|^(?:亲|您好|抱歉|不好意思)?[，,]?(?:我们|本店|店里|这里|这边|这个|这款)?(?:是|都|也)?(?:没|没有|无)(?:任何|什么|别的)?(?:优惠|折扣|活动|小样|试用装?|赠品|礼[物品盒]|券|优惠券|红包|运费险|发票|质保|保修|售后|库存|现货|折)" + Whole + "|(?:赔|退|补|少|便宜|让|降|免|减)不(?:了|起)?[一半](?:分|毛|点|块)|[一半](?:分|毛)钱?(?:都|也)?(?:不|没法|不会|不能)(?:会|能|给|再)?(?:赔|退|补|少|让|降|给|减|便宜)|不在(?:我们?|本店|店里|保修|售后|服务)" + Clause + "{0,6}(?:范围|之内)|(?:明天|改天|回头|下次|以后|上班后?|过几天|有空)再(?:说|问|讲|谈)[吧哦啊了呗]*(?=$|[。！!])|(?:找|问|跟)谁(?:都|也)(?:没用|一样|不行)|(?:就|算|直接)(?:是)?作废" + Whole + "|^(?:亲|您好)?[，,]?没(?:有)?(?:这|那)(?:个|种|款)[^，。！？,!?]{1,4}[。！!]?$|(?:^|[，。！？,!?])不(?:单卖|零卖|拆卖|零售|拆零)[^，。！？,!?]{0,4}[。！!]?$|说了(?:也)?(?:不(?!算)|没用)")]
    private static partial Regex Curt();

    private const string Clause = CheckedText.Clause;

    /// <summary>Where the first refusal begins, or -1.</summary>
    private static int Find(string text)
    {
        var plain = text.AsSpan().IndexOfAny(RefusalSearch);
        for (var cannot = text.IndexOf(Cannot, StringComparison.Ordinal); cannot >= 0 && (plain < 0 || cannot < plain);
            cannot = text.IndexOf(Cannot, cannot + 1, StringComparison.Ordinal))
        {
            var after = text.AsSpan(cannot + Cannot.Length);
            if (after.Length == 0 || Ends.Contains(after[0], StringComparison.Ordinal) || after[..Math.Min(3, after.Length)].ContainsAny(Deniable))
                return cannot;
        }

        return plain;
    }
}
