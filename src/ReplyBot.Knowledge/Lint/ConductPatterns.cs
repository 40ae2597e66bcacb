using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds what is wrong by its sense rather than by one phrase: benefits for reviews, conditions that a buyer need not meet, deals
/// past the platform, compensation by multiples, cures, costs, talk about other buyers. Each pattern names a way of saying it.
/// </summary>
internal static partial class ConductPatterns
{
    private const string Multiple = @"(?:双|两|[二三四五六七八九十百千\d]{1,3})倍";

    private const string Clause = CheckedText.Clause;

    public static IReadOnlyList<SpokenPattern> All { get; } =
    [
        new(ReviewForBenefit(), FindingCodes.ForbiddenPhrase, "不能用好处换评价", "A review must not be bought", "您的真实评价对我们很有帮助"),
        new(ConditionFirst(), FindingCodes.ForbiddenPhrase, "不能拿评价、收货或投诉当处理的条件", "Reviews, receipts and complaints are no conditions for help", "您的问题我们先处理好"),
        new(PastPlatform(), FindingCodes.ForbiddenPhrase, "不能劝买家绕开平台", "A buyer must not be led past the platform", "有问题都可以在这里按流程处理"),
        new(ChooseReason(), FindingCodes.ForbiddenPhrase, "不能教买家选退款原因", "A buyer chooses the reason of a refund", "请按实际情况选择退款原因"),
        new(BuyerBearsOurFault(), FindingCodes.ForbiddenPhrase, "我方的过失不能让买家承担", "A buyer does not bear our faults", "这是我们的疏忽，费用由我们承担"),
        new(Cure(), FindingCodes.Superlative, "普通商品不能说治疗或瘦身的效果", "Ordinary goods must not claim to cure or slim", "普通用品，没有治疗作用"),
        new(NeverFails(), FindingCodes.Superlative, "不能说永远不会出问题", "Nothing lasts for ever", "正常使用不容易出现这个问题"),
        new(PaysMultiple(), FindingCodes.BrokenPromise, "赔付标准不能自己定", "Compensation by multiples is not ours to promise", "赔付按照法律和平台规则处理"),
        new(ForLife(), FindingCodes.BrokenPromise, "终身、永久的承诺超出政策", "A promise for life goes beyond the policy", "质保{{policy.warranty_months}}个月"),
        new(SurelyFits(), FindingCodes.BrokenPromise, "不能对买到的结果打包票", "The outcome cannot be guaranteed", "您可以参考尺码表和实拍图，不合适支持退换"),
        new(FreeEverywhere(), FindingCodes.BrokenPromise, "包邮范围以政策为准", "Free shipping follows the policy", "运费以结算页显示为准"),
        new(MoneyAtOnce(), FindingCodes.BrokenPromise, "到账时间要看支付渠道，不能这样保证", "When money arrives is not ours to promise", "退款会在{{policy.refund_days}}天内按原付款方式退回"),
        new(InvoiceAtWill(), FindingCodes.BrokenPromise, "发票只能按实际付款开", "Invoices follow the payment", "发票按实际付款金额开具"),
        new(CostGivenAway(), FindingCodes.FloorPrice, "会泄露成本或让价权限", "This gives away cost or leeway", "价格以购买页为准，我帮您看看能用的优惠"),
        new(AboutTheBuyer(), FindingCodes.InternalNote, "不能把内部对买家的记录说出来", "Notes about a buyer are internal", null),
        new(KeepSecret(), FindingCodes.InternalNote, "要求保密的话不该对买家说", "What must stay secret is not for buyers", null),
        new(OtherBuyer(), FindingCodes.PersonalData, "不能说出其他人的信息", "Other people's data must not be told", null),
        new(Contempt(), FindingCodes.Provocation, "这样说会激怒买家", "This provokes the buyer", "我明白您的着急，这就帮您处理"),
        new(GoAway(), FindingCodes.Abuse, "这是辱骂", "This is abuse", null) { Hints = SearchValues.Create(["滚"], StringComparison.Ordinal) },
    ];

    [GeneratedRegex(@"(?:好评|五星|差评|评价|追评)[^。！？!?]{0,10}(?:返|红包|退给|全额|现金|佣金|退您|退你)|(?:返|红包|退款|退给|退您|补您|补你|赔您)[^。！？!?]{0,8}(?:删|改|撤)[^，。！？,!?]{0,4}评|(?:把|将)?(?:差评|评价|好评)[^，。！？,!?]{0,3}(?:删|撤)(?:了|掉|除)|(?:删|撤)(?:了|掉|除)?" + Clause + @"{0,3}(?:差评|评价)|改成?" + Clause + "{0,3}(?:五星|好评)")]
    private static partial Regex ReviewForBenefit();

    [GeneratedRegex(@"(?:不|没)(?:删|点?确认收货|好评|撤诉|撤销|改评)" + Clause + @"{0,6}(?:就|我们|我|也)?(?:不给|不能|不退|不补|不会|没法)|(?:差评|评价)不[删改撤]|先(?:您|你)?(?:点|给|帮忙|帮我)?(?:一下|个)?(?:确认收货|收货|好评|五星)|撤销?(?:投诉|维权|申诉)" + Clause + @"{0,4}(?:就|再|才|后)")]
    private static partial Regex ConditionFirst();

    [GeneratedRegex(@"(?:别|不要|不用|甭|莫)(?:再)?(?:走|找|在|通过|申请|跟|和)" + Clause + @"{0,3}(?:平台|售后|维权)|(?:给|帮)(?:您|你)(?:转账|打钱|转钱|汇款)|(?:私下|私底下|线下)(?:给|帮|和|跟|再)?(?:您|你)?" + Clause + "{0,4}(?:处理|解决|补|退|转|付|交易|便宜)|(?:货款|钱|款)" + Clause + "{0,4}(?:直接)?(?:打|转|汇)(?:到|给|进)?" + Clause + "{0,4}(?:账户|账号|卡)|(?:转|汇|打)(?:到|进|给)(?:这张|我的?|老板的?)" + Clause + "{0,3}(?:卡|账)")]
    private static partial Regex PastPlatform();

    [GeneratedRegex(@"(?:退款|退货|申请|原因)[^。！？!?]{0,10}选[^。！？!?]{1,12}(?:别|不要|不能)选")]
    private static partial Regex ChooseReason();

    [GeneratedRegex(@"(?:坏的?|破的?)" + Clause + "{0,4}自己修|(?:坏|破|错|漏|(?<!非|不是)质量)[^。！？!?不无]{0,12}(?:运费|邮费)自(?:理|付|负)|(?:发错|漏发|少发|(?<!非|不是)质量问题|破损|我们的错)[^，。！？；、,!?;不无]{0,8}(?:您|你|买家|自己)" + Clause + "{0,4}(?:承担|出运费|负责)|(?:运费|邮费)[^。！？!?不]{0,6}(?:您|你|买家|自己)[^。！？!?不]{0,6}质量" + Clause + "{0,3}(?:也|同样|一样)")]
    private static partial Regex BuyerBearsOurFault();

    [GeneratedRegex(@"(?:治|治疗|消除|根除|预防)(?:好|愈)?" + Clause + @"{0,4}(?:病|湿疹|皮炎|炎症|癌|鼻炎|颈椎|失眠|脚气|灰指甲|便秘|咳嗽|感冒|过敏)|(?:斑|痘|痘痘|皱纹|狐臭|脚臭|鼻炎|湿气|痛|失眠)" + Clause + @"{0,3}就(?:没|好|消|不见)了|瘦(?:掉|下|了)?[一二三四五六七八九十\d]{1,3}(?:斤|公斤|kg)|(?:血压|血糖|血脂)(?:就|能|会|也)*(?:降|下来)|排毒|养颜|壮阳|丰胸")]
    private static partial Regex Cure();

    [GeneratedRegex("(?:永不|永远不会?|绝不会?|一辈子不会?|一百年不|怎么洗都不)(?:掉色|褪色|变形|起球|生锈|坏|缩水|开裂|松|破|断|长痘|反弹|复发)")]
    private static partial Regex NeverFails();

    [GeneratedRegex(@"(?:赔|退|返|补)" + Clause + "{0,4}" + Multiple + "|" + Multiple + Clause + @"{0,2}(?:赔|退|返|补)|[一1][赔罚](?:[二两三四五六七八九十百千万]|\d+)|(?:要|说)多少" + Clause + "{0,4}(?:都|也|就)" + Clause + "{0,3}(?:赔|给|答应)|(?:退|赔|补)(?:给)?(?:您|你)?(?:一半|半价|[三四五六七八九]成)|(?:给|帮)(?:您|你)免单|(?:不满意|不合适|不准|晚到|晚发|丢了|起球|褪色|坏了)" + Clause + "{0,4}(?:我|我们)?(?:包赔|我赔|赔您|赔你|包退|就赔)")]
    private static partial Regex PaysMultiple();

    [GeneratedRegex(@"(?:管|修|换|保|负责)(?:您|你)?一辈子|用到?(?:坏|烂)了?(?:为止)?(?:都|也|就)" + Clause + @"{0,6}(?:换|赔|退)|(?:终身|终生|一辈子|永远|永久|以后|今后)(?:买什么|买多少|都|可以|能|给您|为您)*(?:免费|保修|质保|维修|换新|退换|售后|保价|包换|包退|包修|包邮|免邮)")]
    private static partial Regex ForLife();

    [GeneratedRegex(@"(?:保证|一定|肯定|绝对|包)(?:是|会|能|给|帮|让|您|你|穿上|买了)*(?:抢到|买到|拿到货|合身|合适|显瘦|满意|中奖|有货|刚刚好|刚好|百分百合|没有?(?:任何|一点)*(?:异味|色差|味道|副作用|刺激)|不会?(?:再|有|任何|一点|产生|出现)*(?:起球|褪色|掉色|掉毛|变形|坏|缩水|后悔|异味|色差|味道|过敏|断货|降价|开裂|生锈|漏))")]
    private static partial Regex SurelyFits();

    [GeneratedRegex(@"(?:全国|任何地[方区]|所有地[方区]|哪里|哪儿|新疆|西藏|偏远)" + Clause + "{0,6}(?:都|也|全|通通|一律)(?:给您)?(?:包邮|包|免运费|免邮)(?!含|装|裹|括)")]
    private static partial Regex FreeEverywhere();

    [GeneratedRegex(@"(?:今天|当天|立刻|立马|当场|秒)(?:就|给您|给你|会|能)*(?:退钱|打款|到账|退完|退到账)")]
    private static partial Regex MoneyAtOnce();

    [GeneratedRegex("(?:发票|开票)[^。！？!?不无]{0,10}(?:加|另收|多收|另付|扣)" + Clause + "{0,3}(?:个?点|税点|税钱|百分之)|发票" + Clause + "{0,6}(?:随便|任意|想开?|(?:您|你)说|多少|什么)" + Clause + "{0,6}(?:就|都|随便)" + Clause + "{0,3}开")]
    private static partial Regex InvoiceAtWill();

    [GeneratedRegex(@"(?:拿货|供货商?|供应商|出厂|进货|批发|采购|成本)" + Clause + @"{0,8}(?:价|才|只要|就要|是|给)" + Clause + @"{0,4}[一二三四五六七八九十百\d]|(?:不许|不准|不能|不得)?低于" + Clause + "{1,4}(?:不卖|免谈|做不了)|(?:不许|不准|不得)低于|(?:客服|我|主管|店长|经理)(?:的)?(?:这里)?(?:权限|手里)" + Clause + "{0,8}(?:便宜|优惠|让|减|降)|赚(?:您|你)?(?:不到)?[一二三四五六七八九十几\\d]+(?:块|元|毛)")]
    private static partial Regex CostGivenAway();

    [GeneratedRegex(@"(?:后台|系统|我们这里|数据)" + Clause + @"{0,6}(?:退货率|退款率|风险|恶意|黑名单|评级|信用分)|(?:您|你|账号)" + Clause + @"{0,4}次" + Clause + @"{0,3}(?:退款|退货|差评|投诉)(?:的)?记录")]
    private static partial Regex AboutTheBuyer();

    [GeneratedRegex(@"(?:别|不要|不能|先别|先不要)(?:往外|对外|跟|和|同|告诉|透露|发)" + Clause + @"{0,4}(?:说|讲|传|知道|透露)(?!明)|(?:别|不要|勿)外[传泄露]")]
    private static partial Regex KeepSecret();

    [GeneratedRegex(@"(?:那位|那个|前面|前一位|上一位|上个|上一个|前面那[位个]|别的|其他|另一位|另一个|隔壁)" + Clause + @"{0,6}(?:顾客|买家|客户|女士|先生|小姐|客人)[^。！？!?]{0,12}(?:尾号|叫[一-龥]|姓[一-龥]|住在?|(?:地址|电话|手机号?|微信|订单号|邮箱)(?:是|发|：|:|给))|(?:她|他|对方)的?" + Clause + "{0,4}(?:地址|电话|手机号?|账号|订单号|身份证号?)(?:是|发|：|:)|(?:顾客|买家|客户)的(?:地址|电话|手机号?|订单号)发您|(?:女士|先生|小姐)" + Clause + "{0,4}(?:她|他)?(?:电话|手机号?)(?:是)?[幺一1]|(?:女士|先生|小姐|买家|顾客|客户)(?:家)?住(?:在)?(?:[一-龥]{2,12}(?:路|街|道|巷|弄|区|村|苑)|[0-9]{1,4}[栋幢号单])")]
    private static partial Regex OtherBuyer();

    [GeneratedRegex(@"你(?:这样|这种|那种)(?:的)?(?:顾客|客人|客户|买家|人|态度)|您[这那]种(?:顾客|客人|客户|买家|人|态度)|您这样的(?:顾客|客人|客户|买家|人)[^。！？]{0,6}(?:不要|也罢|见多|没见|算了|难缠|难伺候)|像(?:您|你)这(?:样|么)(?:啰|难|计较|挑|不讲|没|烦|磨)|(?:没|不)(?:带|长|动)(?:点)?脑子|服了(?:您|你)|没见过(?:您|你)?(?:这么|这样|这种)(?!好|贴心|细心|快)|(?:您|你)(?:这)?智商|开心就好$|(?:^|[，。！])(?:您|你)?(?:请|就)?自己(?:翻|查|搜|量|算|想)(?!一下就|的|要|一下轨迹|一下进度)|爱([一-龥]{1,2})不\1|还用(?:问|我说|说)(?:吗|么|$)|(?:有没有|懂不懂|有点)(?:常识|脑子|礼貌)|不就(?:知道|明白|行|完)了|写得清清楚楚|(?:您|你)没看(?:吗|么|$)|反正(?:投诉|说|找|告)了?也没用|(?:差评|投诉)随便|(?:去|尽管|随便|赶紧)(?:告|投诉|举报|曝光|报警|找消协|打12315)(?:啊|吧|呗|去|嘛|呀|好了)|(?:您|你)说(?:是|啥|什么|怎样|咋样)就(?:是)?(?:是|啥|什么|怎样|咋样)?[咯喽呗了吧]*$|(?:跟|和|与|同)(?:我们?|咱们?|客服|本?店铺?|店家|店里|小店|卖家|商家)(?:这边|这里)?(?:没有?|无|毫无)(?:什么|任何|半点|半毛钱|一点|啥)?(?:关系|干系|相干)|要么[^，。！？,!?]{1,6}[，,]?要么(?:退|等|忍|别|不|拉倒|算了|走|找)")]
    private static partial Regex Contempt();

    [GeneratedRegex("(?:^|[，。！!,\\s])滚(?:$|[，。！!,\\s])")]
    private static partial Regex GoAway();
}
