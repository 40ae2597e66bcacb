using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds what belongs to the shop's inside by how it is told: what an agent may grant, what a piece earns, targets and fines, how to get
/// more by making trouble, what the shop hides, and what another buyer did or is called.
/// </summary>
internal static partial class DisclosurePatterns
{
    private const string Clause = CheckedText.Clause;

    private const string Sum = @"[一二两三四五六七八九十百几\d]+(?:多)?(?:块|元|毛|折|个点|%)";

    private static readonly SearchValues<string> Hints = SearchValues.Create(
    [
        "权限", "授权", "赚", "挣", "亏", "毛利", "利润", "成本", "提成", "指标", "任务", "业绩", "考核", "扣我", "扣钱", "扣分", "罚", "冲量", "冲单", "绩效", "才给", "才肯", "闹", "投诉", "看不出", "发现不了", "没货", "占着单", "收着单",
        "瑕疵", "尾货", "库存货", "退回来的", "二手", "翻新", "女士", "先生", "小姐", "顾客的", "买家的", "客户的", "客人的", "别人的", "收货", "上头", "上面", "运营", "老板", "主管", "店长", "经理", "领导", "群里", "就拖", "就推", "就躲", "就赖", "就少", "邻居", "同事也", "电话我", "号码我", "姐", "哥", "别跟", "保密",
    ], StringComparison.Ordinal);

    private static readonly SearchValues<string> FloorHints = SearchValues.Create(["最多", "最低", "顶多", "低于", "底线", "成本", "结算价", "供货价", "拿货", "白忙", "白干", "白做"], StringComparison.Ordinal);

    private static readonly SearchValues<string> FigureHints = SearchValues.Create(
    [
        "内部", "刷单", "刷数据", "刷销量", "刷好评", "刷评价", "刷流量", "货率", "款率", "评率", "诉率", "损率", "品率", "良率", "修率", "利率", "购率", "销售额", "营业额", "流水", "业绩",
        "生气", "发火", "骂", "不高兴", "盯", "施压", "压着", "能不", "总部", "备注成", "备注了", "备注为", "标记", "标注成", "标注为", "打标", "卡得", "查得", "管得", "催得", "这位", "那位", "这个买家", "该买家",
    ], StringComparison.Ordinal);

    private static readonly SearchValues<string> NameHints = SearchValues.Create(["位叫", "个叫", "对门", "隔壁", "楼上", "楼下", "同小区", "她住", "他住"], StringComparison.Ordinal);

    public static IReadOnlyList<SpokenPattern> All { get; } =
    [
        new(Leeway(), FindingCodes.FloorPrice, "会泄露成本或让价权限", "This gives away cost or leeway", "价格以购买页为准，我帮您看看能用的优惠") { Hints = Hints },
        new(Inside(), FindingCodes.InternalNote, "店铺内部的事不该对买家说", "What happens inside the shop is not for buyers", null) { Hints = Hints },
        new(Hidden(), FindingCodes.InternalNote, "不能瞒着买家", "Nothing may be hidden from a buyer", "有不足先跟买家说明") { Hints = Hints },
        new(Another(), FindingCodes.PersonalData, "不能说出其他人的信息", "Other people's data must not be told", null) { Hints = Hints },
        new(Floor(), FindingCodes.FloorPrice, "会泄露成本或让价权限", "This gives away cost or leeway", "价格以购买页为准，我帮您看看能用的优惠") { Hints = FloorHints },
        new(Figures(), FindingCodes.InternalNote, "店铺内部的事不该对买家说", "What happens inside the shop is not for buyers", null) { Hints = FigureHints },
        new(Named(), FindingCodes.PersonalData, "不能说出其他人的信息", "Other people's data must not be told", null) { Hints = NameHints },
    ];

    [GeneratedRegex("权限" + Clause + "{0,6}?" + Sum + "|" + Sum + Clause + @"{0,2}(?:以内|以下)" + Clause + "{0,4}(?:我|客服)(?:能|可以|就能)(?:定|做主|批)|(?:一件|一单|每单|这单|卖一件|一个|一箱)" + Clause + "{0,4}(?:就|才|只|都)?(?:赚|挣|亏)" + Clause + "{0,3}" + Sum + @"|一(?:毛|分)钱?(?:都|也)?(?:不|没)(?:赚|挣)|(?:毛利|利润|提成)" + Clause + @"{0,4}(?:太?低|薄|就|才|只有|只|不到|[一二三四五六七八九十\d])|(?:再低|再便宜|再少|再让)" + Clause + "{0,5}(?:亏|赔本|成本|倒贴)")]
    private static partial Regex Leeway();

    [GeneratedRegex(@"(?:上头|上面|公司|领导|店里|老板|主管|我们)" + Clause + @"{0,5}(?:压着?|有|下了?|背着?)" + Clause + @"{0,2}(?:指标|任务|业绩|考核)|(?:要|会|被|得|就)(?:被)?(?:扣|罚)(?:我|我们)?" + Clause + @"{0,2}(?:钱|工资|分|绩效|奖金|款)(?!项)|扣我" + Clause + @"{0,3}(?:钱|工资|分|绩效|奖金)|冲(?:一?下)?(?:业绩|单量|销量|量)|(?:超过|满|够|闹|说|催|投诉|申请)" + Clause + @"{0,3}[一两二三四五\d]+(?:次|回|遍)" + Clause + @"{0,2}才(?:给|肯|会|能)?(?:赔|退|补|处理|批)|再(?:闹|投诉|吵|磨)" + Clause + @"{0,4}就(?:给|行|批|能|会)|能(?:拖|推|躲|赖|糊|少|不退|不赔)" + Clause + @"{0,2}就(?:拖|推|躲|赖|糊|少|不退|不赔)|(?:运营|老板|主管|店长|经理|领导|群里|上面|上头)(?:让|叫|说|要求|交代|吩咐)(?:我们?|了)?(?:先)?(?:别|不要|少|拖|推|对您|对你|不理)|帮(?:帮)?忙" + Clause + @"{0,3}(?:收了?货|点个?收货|确认收货)")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?:一般人|一般|外行|人家|客人|买家)?(?:都|也|根本)?(?:看不出来|看不出|发现不了)(?:的|来的)?$|(?:早就|其实|根本)" + Clause + @"{0,3}没货" + Clause + @"{0,2}[，,]?(?:先|还|也)" + Clause + @"{0,3}(?:收|接|挂|卖|占)|先(?:收|占|接)着单|(?:瑕疵|尾货|退回来的|二手|翻新|库存货)[^，。！？；,!?;不没]{0,6}(?:当|按|混)" + Clause + @"{0,3}(?:新|正品)|(?:悄悄|偷偷)(?:给|帮|告诉|跟|和)(?:您|你)")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?:那个|有个|前天|昨天|之前|上次)" + Clause + @"{0,6}[一-龥](?:姐|哥|阿姨|老师|女士|先生)" + Clause + @"{0,8}[，,]?(?:她|他)?(?:的)?(?:电话|地址|号码|家住|住在|微信)|(?:您|你)的?(?:邻居|同事|同学|亲戚)" + Clause + @"{0,3}(?:也|就)在(?:我家|我们|店里|这里)" + Clause + @"{0,2}(?:买|下单|退)|(?:像|比如|例如|就说)" + Clause + @"{0,6}[一-龥](?:女士|先生|小姐)|\d{3,4}(?:室|号|房)?的?[一-龥](?:女士|先生|小姐)|(?:别的|其他|其它|另外?一?[位个]|隔壁|楼[上下]|上一?[位个])(?:顾客|买家|客户|客人)的" + Clause + "{0,2}(?:订单|地址|电话|截图|资料|聊天记录|照片|单号|手机号)[^，。！？；,!?;不没无保]{0,4}(?:发|给|看|是|在|拿)")]
    private static partial Regex Another();

    // 系统里最多改到两百, 不能低于三百卖.
    [GeneratedRegex(@"(?:系统|后台|我们?|这边|客服|店长|主管)" + Clause + "{0,3}(?:最多|最低|顶多)(?:只)?(?:能|可以|给)?(?:给您|帮您|跟您)?(?:改|让|减|降|便宜|优惠|做|给|批)(?:到|给)?" + Clause + @"{0,2}[一二两三四五六七八九十百千\d]|(?:不能|不可以|不得|不许|不准|不让)" + Clause + "{0,3}低于" + Clause + @"{0,2}[一二两三四五六七八九十百千\d]+" + Clause + "{0,4}(?:卖|出|成交|给|改|放)|不低于" + Clause + @"{0,2}[一二两三四五六七八九十百千\d]+(?:块|元|折)?[，,]?(?:就|都|我就?)?(?:能|可以|行)?(?:卖|成交|出)|[0-9]+(?:块|元|折)?" + Clause + "{0,2}(?:是|到)?底线|底线" + Clause + @"{0,4}[一二两三四五六七八九十百千\d]+(?:块|元|折)?(?:$|[，。！,!]|了|不能)|(?:成本|结算价|供货价|拿货)" + Clause + @"{0,3}[一二两三四五六七八九十百千\d]+(?:块|元|毛|角|分)|再(?:让|少|降|便宜)" + Clause + "{0,8}白(?:忙|干|做)")]
    private static partial Regex Floor();

    // 内部通知, 刷单, 退货率, 老板生气.
    [GeneratedRegex(@"内部(?:的)?(?:通知|消息|规定|文件|流程|要求|口径|操作|系统|培训|会议|指示)|刷(?:单|数据|销量|好评|评价|流量)|(?:退货|退款|差评|投诉|破损|次品|不良|返修|毛利|复购)率(?:是|有|太|很|比|高|低|达|都|百|超|[\d])|(?:月|年|日)?(?:销售额|营业额|流水|业绩)(?:是|有|太|才|不|差|没|[\d])|(?:老板|领导|主管|店长|经理|运营)(?:都|正|又|很|要|会|在|天天|一直)*(?:生气|发火|骂|不高兴|盯着?我|施压|压着)|能不" + Clause + @"{1,4}就不(?!用)|总部" + Clause + "{0,3}(?:压|要求我们|让我们|不让|考核)|(?:备注|标记|标注|打标)(?:成|了|为|的)?" + Clause + "{0,6}(?:型的?(?:客户|买家|顾客)|的(?:客户|买家|顾客)$|难搞|刁难|爱退|爱闹|爱投诉)|(?:上面|上头|公司|财务|领导|总部)" + Clause + "{0,3}(?:卡|管|查|催|压)得" + Clause + "{0,2}(?:紧|严|死|狠)|(?:这位|那位|这个|该)(?:买家|客户|顾客|客人)" + Clause + "{0,6}(?:闹|投诉过|退过|给过差评|难搞|难缠|小心)")]
    private static partial Regex Figures();

    // 一位叫某某的先生.
    [GeneratedRegex("(?:一位|有位|有个|那位|一个|位)叫[一-龥]{2,3}的(?:先生|女士|小姐|买家|顾客|客人|人|姑娘|大哥|大姐)|(?:对门|隔壁|楼[上下]|同小区)" + Clause + "{0,4}(?:阿姨|叔叔|大姐|大哥|先生|女士|小姐|住户)" + Clause + "{0,4}(?:也|订|买|用|家)|(?:她|他)(?:家)?住[0-9]")]
    private static partial Regex Named();
}
