using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds promises of a time that is said in words rather than figures (今晚, 次日达, 周三之前), when they are certain: by a word of
/// assurance anywhere in the sentence, or by their kind. What is expected, tried or asked promises nothing.
/// </summary>
internal sealed partial class TimePromiseRule : ITextRule
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。！？；,!?;");

    private const string Clause = "[^，。！？；,.!?;]";

    private const string Day = @"(?:今天|今日|今晚|今早|今夜|当天|当日|当晚|明天|明日|明早|明晚|后天|次日|隔天|隔日|不出[一两二三1-3]天|这周|本周|下周|(?:周|星期|礼拜)[一二三四五六日天末]|月底|年前|节前|中秋前|春节前|大年三十|除夕|生日前|\d{1,2}[点号日]|[一二三四五六七八九十]{1,3}[点号日])";

    private const string Sure = "(?:保证|担保|一定|肯定|必定|必须|必(?!要|备|填)|铁定|准保|保准|准时|绝对|绝不|百分百|打包票|打保票|包票|以人格|我发誓|包您|包你|稳稳|妥妥|说到做到|没(?:有)?问题的?|放心拍|放一百个心)";

    private const string Done = "(?:发货|发走|发出|寄出|寄走|寄给|出库|出仓|装车|揽收|到货|到手|送到|送达|到您|到你|收到|拿到|签收|就到|敲" + Clause + "{0,3}门|摆在|放到|上门|能到|必到|会到|到家|退到|退回|到账|退完|处理完|解决|搞定)";

    private readonly PatternSieve _promises = new(Assured(), AssuredAfter(), FastDelivery(), MoneyOnTheSpot());

    public void Check(CheckedText text)
    {
        foreach (var i in _promises.Likely(text.Text))
            Find(text, _promises[i]);
    }

    private static void Find(CheckedText text, Regex pattern)
    {
        foreach (var match in pattern.EnumerateMatches(text.Text))
        {
            var clause = text.Text.AsSpan(0, match.Index).LastIndexOfAny(ClauseEnds) + 1;
            if (PromiseRule.IsNegated(text.Text, match.Index) || Open().IsMatch(text.Text.AsSpan(clause, match.Index + match.Length - clause)))
                continue;
            text.Report(
                FindingCodes.BrokenPromise, Severity.Error, match.Index, match.Length,
                "对时间作了保证，店铺不一定做得到", "This guarantees a time that the shop may not keep", "一般会按购买页承诺的时间处理，有变化马上告诉您");
        }
    }

    /// <summary>Words that leave it open: 尽量明天发, 预计周三到, 如果今天收到, 今天还没发出.</summary>
    [GeneratedRegex(@"(?:尽量|争取|尽力|尽快|预计|大概|大约|估计|应该|可能|一般|通常|左右|正常|最快|最晚|如果|要是|若|假如|等|没法|无法|不能|不敢|不好|不一定|没办法|难|还没|没有|未|是否|能不能|吗|么|是不是|已经?|刚|昨天|只要)")]
    private static partial Regex Open();

    [GeneratedRegex(Sure + Clause + "{0,10}" + Day + Clause + "{0,8}" + Done + "|" + Day + Clause + "{0,6}" + Sure + Clause + "{0,8}" + Done)]
    private static partial Regex Assured();

    [GeneratedRegex("(?:" + Day + Clause + "{0,8}" + Done + "|" + Day + "(?:就|就能|能|可以)*(?:发|到|达|寄)" + @")[^。！？!?]{0,8}?(?:打包票|打保票|包票|以人格|我发誓|我保证|我担保|到不了我|说到做到)")]
    private static partial Regex AssuredAfter();

    [GeneratedRegex(@"(?:当日|次日|隔日|隔天|一天|半天|当天|小时)(?:必|直|即|就能|就)?(?:达|送达|送到|到)" + Clause + @"{0,4}(?:没问题|放心|保证|妥|的，您放心)|(?:最多|顶多|也就|只要|只需)(?:一|半|1)(?:个)?(?:天|日)" + Clause + "{0,3}(?:到|达|送)|[后明]天必到|必达|(?:天亮|天一亮|睡醒|一觉醒来|睡一觉|起床|明早醒来)(?:就|便|时)?" + Clause + "{0,3}(?:收到|到家|到手|送到|拿到|到门口)|[一二两三四五六七八九十几半0-9]+(?:分钟|刻钟)(?:之内|以内|内|就)+" + Clause + "{0,4}(?:开好|办好|办完|处理好|处理完|搞定|解决|修好|到货|送到|发走|寄走|出库)")]
    private static partial Regex FastDelivery();

    [GeneratedRegex(@"(?:今天|当天|当日|当场|现在|马上|立刻|立马|即刻|秒|瞬间|明天|今晚)" + Clause + "{0,6}(?:退到|退回|退给|退进|退入|到|回到|打到|打进|转到)(?:您|你)" + Clause + @"{0,3}(?:账|卡|手|余额)|(?:秒退|秒到|即退即到|立即到账|马上就?到账)|(?:今天|当天|当日|当场)" + Clause + "{0,4}(?:退回|退完)" + Clause + "{0,3}(?:卡|账)")]
    private static partial Regex MoneyOnTheSpot();
}
