using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ReplyBot.Knowledge.Policies;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Promises are the policy's business: a time or an amount beyond it may not be promised at all, and in a script even the
/// right figure must come from a slot, because the policy changes and typed digits do not.
/// </summary>
internal sealed partial class PromiseRule : ITextRule
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十两半百千");

    private static readonly SearchValues<char> UnitBeginnings = SearchValues.Create("小钟分刻天日周星月年");

    private static readonly SearchValues<string> Certain = SearchValues.Create(
        ["保证", "一定", "肯定", "必", "承诺", "百分百", "绝对", "准", "担保", "包您", "包你"], StringComparison.Ordinal);

    /// <summary>Dissatisfaction denies no promise: 不满意三个月内都退.</summary>
    private static readonly SearchValues<string> Conditions = SearchValues.Create(["不满", "不合", "不喜", "不对", "不好", "不管", "无论", "不论"], StringComparison.Ordinal);

    private readonly decimal _ceiling;
    private readonly (Regex Pattern, decimal Limit, bool AtLeast, string Slot)[] _limits;
    private readonly PatternSieve _limited;
    private readonly PatternSieve _amounts = new(Compensation(), CompensationWithoutUnit());

    public PromiseRule(ShopPolicy policy)
    {
        _ceiling = policy.Ceilings.Count == 0 ? decimal.MaxValue : policy.Ceilings
            .Where(ceiling => ceiling.Approver == "agent")
            .Select(ceiling => ceiling.MaxYuan)
            .DefaultIfEmpty(0)
            .Max();
        _limits =
        [
            .. Limit(DispatchWithin(), "dispatch_hours", atLeast: true),
            .. Limit(RefundWithin(), "refund_days", atLeast: true),
            .. Limit(ExchangeWithin(), "exchange_hours", atLeast: true),
            .. Limit(ResendWithin(), "resend_hours", atLeast: true),
            .. Limit(ReturnFor(), "return_days", atLeast: false),
            .. Limit(ProtectedFor(), "price_protection_days", atLeast: false),
            .. Limit(WarrantyFor(), "warranty_months", atLeast: false),
            .. Limit(DeliveredWithin(), "delivery_days", atLeast: true),
        ];
        _limited = new PatternSieve(_limits.Select(limit => limit.Pattern));

        (Regex, decimal, bool, string)[] Limit(Regex pattern, string slot, bool atLeast) =>
            policy.Slots.TryGetValue(slot, out var value) && decimal.TryParse(Lowest(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var limit)
                ? [(pattern, limit, atLeast, slot)]
                : [];
    }

    /// <summary>Of a range (2至5) the policy promises nothing sooner than its beginning.</summary>
    private static string Lowest(string value) => value.Split('至', '-', '~')[0];

    public void Check(CheckedText text)
    {
        if (text.Text.AsSpan().ContainsAny(Certain))
            CheckCertainty(text);
        if (!text.Text.AsSpan().ContainsAny(Numerals))
            return;
        if (HoldsDuration(text.Text))
            CheckLimits(text);
        CheckAmounts(text);
        if (text.IsTemplate)
        {
            foreach (Match match in TypedFigure().Matches(text.Text))
                Report(text, FindingCodes.TypedPromise, match, $"“{match.Value}”是写死的数字，请改用政策槽位", $"'{match.Value}' is typed; use a policy slot", "{{policy.…}}");
        }
    }

    /// <summary>Whether a unit of time stands behind a number, 个 or 工作, as it does in whatever a limit of the policy is about.</summary>
    private static bool HoldsDuration(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(UnitBeginnings); at >= 0;)
        {
            if (at > 0 && (Numerals.Contains(text[at - 1]) || text[at - 1] is '个' or '作' || char.IsDigit(text[at - 1])))
                return true;
            var next = text.AsSpan(at + 1).IndexOfAny(UnitBeginnings);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static void CheckCertainty(CheckedText text)
    {
        foreach (Match match in Certainty().Matches(text.Text))
        {
            if (!IsNegated(text.Text, match.Index))
                Report(text, FindingCodes.BrokenPromise, match, "对时间作了保证，店铺不一定做得到", "This guarantees a time that the shop may not keep", "一般会按购买页承诺的时间处理，有变化马上告诉您");
        }
    }

    private void CheckLimits(CheckedText text)
    {
        foreach (var i in _limited.Likely(text.Text))
        {
            var (_, limit, atLeast, slot) = _limits[i];
            foreach (Match match in _limited[i].Matches(text.Text))
            {
                if (Amount(match) is not { } promised || IsNegated(text.Text, match.Index))
                    continue;
                if (atLeast ? promised < limit : promised > limit)
                {
                    Report(
                        text, FindingCodes.BrokenPromise, match,
                        $"“{match.Value}”超出政策（{limit.ToString(CultureInfo.InvariantCulture)}）",
                        $"'{match.Value}' goes beyond the policy ({slot}: {limit.ToString(CultureInfo.InvariantCulture)})",
                        Mended(match, text.IsTemplate ? "{{policy." + slot + "}}" : limit.ToString(CultureInfo.InvariantCulture), slot));
                }
            }
        }
    }

    /// <summary>The same words with what the policy allows in the place of the figure and its unit.</summary>
    private static string Mended(Match match, string figure, string slot)
    {
        var (number, unit) = (match.Groups["n"], match.Groups["u"]);
        var unitOfPolicy = slot.EndsWith("_hours", StringComparison.Ordinal) ? "小时" : slot.EndsWith("_months", StringComparison.Ordinal) ? "个月" : "天";
        return string.Concat(match.Value.AsSpan(0, number.Index - match.Index), figure, unitOfPolicy, match.Value.AsSpan(unit.Index + unit.Length - match.Index));
    }

    private void CheckAmounts(CheckedText text)
    {
        foreach (var match in _amounts.Likely(text.Text).SelectMany(i => _amounts[i].Matches(text.Text)))
        {
            if (Amount(match) is { } yuan && yuan > Math.Max(_ceiling, text.ApprovedYuan))
            {
                Report(
                    text, FindingCodes.AboveCeiling, match,
                    $"补偿{yuan.ToString(CultureInfo.InvariantCulture)}元超过客服额度，需要主管审批",
                    $"{yuan.ToString(CultureInfo.InvariantCulture)} yuan is above what an agent may grant; a supervisor must approve", null);
            }
        }
    }

    private static void Report(CheckedText text, string code, Match match, string zh, string en, string? fix) =>
        text.Report(code, Severity.Error, match.Index, match.Length, zh, en, fix);

    /// <summary>不能保证, 无法保证, 不敢说一定 promise nothing.</summary>
    internal static bool IsNegated(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("不一定") || Negation.Covers(text, at))
            return true;
        var before = text.AsSpan(Math.Max(0, at - 4), Math.Min(4, at));
        var condition = before.IndexOfAny(Conditions);
        return (condition < 0 ? before : before[(condition + 2)..]).ContainsAny("不没无未难");
    }

    /// <summary>The figure in the unit that the policy counts the rule in: hours, days or, where neither is named, months.</summary>
    private static decimal? Amount(Match match)
    {
        if (ChineseNumber.Parse(match.Groups["n"].Value) is not { } number)
            return null;
        var hours = match.Groups["u"].Value switch
        {
            "分钟" => 1 / 60m,
            "刻钟" => 0.25m,
            "小时" or "钟头" => 1,
            "天" or "日" => 24,
            "周" or "星期" => 24 * 7,
            "月" or "个月" => 24 * 30,
            "年" => 24 * 365,
            _ => 0m,
        };
        if (match.Groups["hours"].Success)
            return number * hours;
        if (match.Groups["days"].Success)
            return number * hours / 24;
        return match.Groups["u"].Value == "年" ? number * 12 : number;
    }

    private const string Number = @"(?<n>\d+(?:\.\d+)?|[一二三四五六七八九十两半百千]{1,5})";

    [GeneratedRegex(@"(?:保证|一定|肯定|必定|包您|包你|承诺|百分百|绝对|必须|准保|担保)[^，。！？,.!?;；]{0,8}(?:今天|今晚|明天|明早|后天|当天|当日|次日|隔天|\d+(?:个)?(?:小时|天|日|分钟)|[一二两三四五六七八九十]+(?:个)?(?:小时|天|日))[^，。！？,.!?;；]{0,6}(?:到|发|退|送|出|处理|解决)|(?:今天|今晚|明天|明早|后天|当天|当日|次日|隔天|\d+(?:个)?(?:小时|天|日|分钟)内?|[一二两三四五六七八九十]+(?:个)?(?:小时|天|日)内?)[^，。！？,.!?;；]{0,4}(?:保证|一定|肯定|必定|必|准|绝对|百分百)[^，。！？,.!?;；不]{0,5}(?:到|达|发|退|送|出|处理|解决)")]
    private static partial Regex Certainty();

    private const string Within = "(?:之内|以内|内|就|之?后|以后)";

    private const string Filling = "[^，。！？；,.!?;没未前]{0,8}?";

    [GeneratedRegex(Number + @"个?(?<u>小时|钟头|分钟|刻钟|天|日)(?<hours>)" + Within + Filling + "(?:发货|发出|寄出|寄走|发走|发车|出库|出仓|装车|发(?!票|您|你|我|给|现|送|信|消|起|现))")]
    private static partial Regex DispatchWithin();

    [GeneratedRegex(Number + @"个?(?:工作)?(?<u>小时|钟头|分钟|刻钟|天|日)(?<days>)" + Within + "?(?:就|会|可以|能|给您|给你|帮您|一定|保证)*(?:退款|退钱|到账|退到|退回|退给|退您|退你|到您账|到你账|回到您|打到您|打给您)")]
    private static partial Regex RefundWithin();

    [GeneratedRegex(Number + @"个?(?<u>小时|天|日)(?<hours>)(?:之内|以内|内)(?:就|会|可以|能|给您|给你|帮您|安排)*(?:换货|换新|换一|换好)")]
    private static partial Regex ExchangeWithin();

    [GeneratedRegex(Number + @"个?(?<u>小时|天|日)(?<hours>)(?:之内|以内|内)(?:就|会|可以|能|给您|给你|帮您|安排)*(?:补发|补寄|重发|重新发)")]
    private static partial Regex ResendWithin();

    [GeneratedRegex(@"(?:签收后?|收货后?|收到后?)?" + Number + @"(?<u>天|日|个月|年)(?<days>)(?:之内|以内|内)?(?:都|也|还|均|可以|可|能|支持|包|随时|任意|无条件)*(?:无理由|退换|退货|包退|免费退|退(?![款出回给掉税到钱您你]))|" + Number + "个?(?<u>天|日|个?月|年|周|星期)(?<days>)(?:之内|以内|内)[^，。！？,.!?]{0,8}?(?:(?:都|随时|任意时间|随便)(?:能|可以|给)?(?:您|你)?退|包退|包换)|" + @"(?:支持|无理由)?(?:退货|退换)(?:支持|期|期限)*" + Number + "(?<u>天|日|个月|年)(?<days>)")]
    private static partial Regex ReturnFor();

    [GeneratedRegex(@"(?:保价|价保|价格保护|补差价?)(?:期)?" + Number + @"(?<u>天|日|个月|年)(?<days>)|" + Number + @"(?<u>天|日|个月|年)(?<days>)(?:之内|以内|内)?(?:都|也|可以|可|能|支持|给您|给你|帮您)*(?:保价|价保|价格保护|补差)")]
    private static partial Regex ProtectedFor();

    [GeneratedRegex(@"(?:保修|质保|包修|联保)" + Number + @"(?:个)?(?<u>月|年)|" + @"(?<n>\d+|[一二三四五六七八九十两]{1,3})(?:个)?(?<u>月|年)(?:的)?(?:保修|质保|包修|联保|包换)|(?<n>\d+|[一二三四五六七八九十两]{1,3})(?:个)?(?<u>月|年)(?:之内|以内|内)[^，。！？,.!?]{0,6}?(?:换新|免费换|免费修|免费维修|上门维修|上门修|包修|包换|给换|保修)")]
    private static partial Regex WarrantyFor();

    [GeneratedRegex(Number + @"个?(?<u>小时|钟头|天|日)(?<days>)(?:之内|以内|内|就|直)(?:就|会|可以|能|给您|给你|一定|必须|必|准|保证)*(?:到|达|送到|送达|到货|到手|收到|给您送到)(?!账|您账|期|驿站后|后|中转|分拨|站点)")]
    private static partial Regex DeliveredWithin();

    [GeneratedRegex(@"(?:补偿|赔偿|赔付|报销|赔|补|退|返|返现|给您|给你|红包|转)(?:您|你|给您|给你|个)?(?:现金|差价|运费|红包|优惠券)?" + Number + @"(?<u>元|块|圆|rmb)")]
    private static partial Regex Compensation();

    [GeneratedRegex(@"(?:赔|补偿?|报销)(?:给)?(?:您|你)(?<n>[一二三四五六七八九两]{1,2}[百千万][一二三四五六七八九]?)(?![分个%天件条号次])")]
    private static partial Regex CompensationWithoutUnit();

    [GeneratedRegex(@"(?<![\d.])\d+(?:[-~至到]\d+)?(?:\.\d+)?\s*(?:个)?(?:小时|分钟|工作日|天|日(?![用常])|元|块钱|块|个月|年(?!龄))(?!以上|份)")]
    private static partial Regex TypedFigure();
}
