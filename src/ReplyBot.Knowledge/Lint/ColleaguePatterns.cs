using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds what is said to a colleague and not to the buyer, by whom it speaks to and of: a heading for colleagues, an order from above to
/// all of us, a colleague called to take over, the buyer as a third person.
/// </summary>
internal static partial class ColleaguePatterns
{
    public static IReadOnlyList<SpokenPattern> All { get; } =
    [
        new(ToColleagues(), FindingCodes.InternalNote, "这是写给同事的，不能发给买家", "This is for colleagues and not for buyers", null) { IsDenied = (_, _, _) => false },
        new(CallsColleague(), FindingCodes.InternalNote, "这是写给同事的，不能发给买家", "This is for colleagues and not for buyers", null) { IsDenied = (_, _, _) => false },
        new(OfTheBuyer(), FindingCodes.InternalNote, "不能当着买家议论买家", "A buyer must not read what is said about buyers", null),
    ];

    // 同事看：…, [备注] …, 组长让咱们…, 统一口径.
    [GeneratedRegex(@"(?:给|写给|转给?|发给|请)?(?:同事|客服|晚班|早班|接班的?|值班的?|运营|店长|主管|组长)(?:们)?(?:看|处理|跟进|注意|知悉|提醒)(?:的|一下)?[:：]|(?:给|写给|转给?)(?:同事|客服|晚班|早班)(?:们)?的?[:：]|^[\[【(（](?:内部|备注|备忘|注意|提示|仅?供?同事|交接|勿发|仅客服)[^\]】)）]{0,8}[\]】)）]|(?:运营|老板娘?|主管|店长|经理|领导|组长|班长|总监|上级|财务|群里|上面|上头)(?:那边)?(?:都|又|也)?(?:让|叫|要求|要|交代|吩咐|规定|通知)(?:了)?(?:咱们?|我们|大家|客服)|统一(?:口径|说法?|回答?复?说|讲)")]
    private static partial Regex ToColleagues();

    // 小王接一下.
    [GeneratedRegex("(?:^|[，。！？,!:： ])@?(?:小(?![哥姐伙店朋孩米件号])[一-龥]|[一-龥][姐哥])[，,：: ]?你?(?:来|去|帮忙?)?(?:接|跟|回|处理|盯|应付)(?:一下|下|个)")]
    private static partial Regex CallsColleague();

    // 客户又在闹了, 买家是职业打假的.
    [GeneratedRegex("(?:客户|买家|顾客|客人)(?:又|老|总|一直|天天|就是?|是个?|爱|太|很|特别)(?:在|来|是|爱)?(?:闹|吵|骂|投诉|难|烦|纠缠|计较|职业|打假|差评师|羊毛|事多|挑刺|不讲理)")]
    private static partial Regex OfTheBuyer();
}
