using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds whatever leads a buyer away from the place where the order is protected, by its structure: a verb of handing over with a
/// private means of contact or payment, a remark that this place is not fit to speak, a deal behind the order's back; and whatever
/// asks for a secret (identity, card, password, code). A warning against doing so is none of it.
/// </summary>
internal static partial class ContactPatterns
{
    private const string Clause = "[^，。！？；、,!?;]";

    public static IReadOnlyList<SpokenPattern> All { get; } =
    [
        new(Contact(), FindingCodes.ForbiddenPhrase, "不能把买家引到私人联系方式", "A buyer must not be led to a private contact", "有问题在这里留言，我们一直在") { IsDenied = IsWarnedOf },
        new(Payment(), FindingCodes.ForbiddenPhrase, "不能让买家在订单之外付款", "A buyer must not pay outside the order", "在订单页付款，有保障") { IsDenied = IsWarnedOf },
        new(Elsewhere(), FindingCodes.ForbiddenPhrase, "不能让买家换个地方谈", "A buyer must not be led away to talk", "在这里说就可以") { IsDenied = IsWarnedOf },
        new(BehindTheOrder(), FindingCodes.ForbiddenPhrase, "不能绕开订单交易", "A deal must not go past the order", "在订单页下单，有保障") { IsDenied = IsWarnedOf },
        new(Secret(), FindingCodes.PersonalData, "不能向买家要证件、银行卡、密码或验证码", "Never ask for documents, cards, passwords or codes", "证件、密码和验证码请您自己保管") { IsDenied = IsWarnedOf },
    ];

    private static bool IsWarnedOf(string text, int start, int end) =>
        Warns().IsMatch(text.AsSpan(0, end)) || Negation.Covers(text, start);

    /// <summary>The clause warns or denies: 请不要…, 谨防…, 我们不会要….</summary>
    [GeneratedRegex(@"(?:不要|请勿|切勿|勿|谨防|警惕|凡是|冒充|骗子|小心|当心|禁止|不会|不能|不可以|不支持|无法|没有|不用|无需|不需要|别)" + Clause + "{0,16}$")]
    private static partial Regex Warns();

    [GeneratedRegex(@"(?:加|添加|扫|留|换|记)(?:一下|下|个|上|我们?|咱们?|您|你|的)+(?:私人|个人|工作|另一个)?号(?![码段脚])|(?:加|添加|扫|留|换|记)(?:一下|下|个|上|我们?|咱们?|您|你|的)*(?:(?:私人|个人|工作|另一个)号(?![码段脚])|小号|好友|微(?![波量信笑辣弱甜])|v(?![a-z0-9领])|q(?![a-z弹]))|(?:私人|个人|我的?)(?:小)?号(?![码])" + Clause + @"{0,6}(?:联系|聊|谈|加|通知)|(?:拉|进|入|加)(?:您|你|个|入|到|我们的?|咱们?的?)*" + Clause + @"{0,4}(?:福利|粉丝|内购|会员|优惠|老客)群|(?:微|卡片|好友)" + Clause + @"{0,6}(?:加了|(?:给|留|发|来|报|有)一?个(?:v|[微薇徽嶶]|wx|vx)(?:信|号|吧|呗|哈|$|[，。,!！])|(?:福利|粉丝|内购|会员|优惠|老客|秒杀|团购)(?:[qQ]?裙|君羊)|加好友|添加)|加好友|[+＋➕](?:v|[微薇徽嶶]|q)|[佳嘉伽茄迦珈](?:v(?![a-z0-9领])|[薇徽嶶]|威(?![廉力风士])|wx|vx|微信)|(?:小窗|私聊|私信|私戳|戳)(?:一下|下)?我|(?:电话|短信|微信|qq)联系(?:吧|我|哈)|扫" + Clause + @"{0,8}(?:码|卡片?)[^。！？!?]{0,8}(?:领|返|得)(?:现金|红包|福利)|(?:^|[^a-z])v\s*[❤♥♡信:：]|[微薇徽嶶威][❤♥♡:：]|(?:^|[^稍细低])微(?:我|联)|把" + Clause + "{0,3}(?:(?:私人|个人)号|微信号?|电话|手机号)(?:码)?(?:留|发|给)(?:一下)?(?:给)?我|(?:朋友圈|私人号|微商)" + Clause + "{0,6}(?:买|下单|拍|付|订)|(?:留|报|说|发)(?:一?个|一下|下)?" + Clause + "{0,4}(?:手机号|电话|微)" + Clause + @"{0,2}[，,]?(?:我|我们)" + Clause + "{0,6}(?:联系您|加您|打给您|详谈)|(?:加|添加|留|换)(?:一下|下|个|我|咱|您|你|的)*(?:卫星|威信|维信|围信)(?![电导地云接天号])")]
    private static partial Regex Contact();

    [GeneratedRegex("(?:支付|付款?|转账?|打款?)(?:到|进|给)" + Clause + @"{0,4}(?:二维码|收款码|付款码)|(?:收款码|付款码|口令红包|(?:发|给)(?:您|你)(?:一?个|张)?二维码)" + Clause + @"{0,4}[，,]?(?:您|你|直接)?" + Clause + @"{0,4}(?:转|付|打钱|扫)|扫(?:一?下)?我(?:发|给)?(?:您|你)?的?(?:这个|那个)?(?:二维)?码|二维码" + Clause + @"{0,4}[，,]?(?:您|你|直接)?" + Clause + @"{0,4}(?:转[我账钱给]|付[款钱给]|打钱)|扫(?:一?扫|码|我)" + Clause + @"{0,6}(?:转|付)(?:我|钱|款|给)|(?:直接|现在|先)?(?:转|打|付)(?:账|款|钱)?(?:给|到)?(?:我|老板)(?:就|这|个|账|卡|，|,|$)|(?:转账|转钱|打款|打钱|汇款)(?:给|到)?(?:老板娘?|店长|财务|会计|主管|客服)|(?:转|打|汇)(?:账|款|钱)?(?:到|进)" + Clause + "{0,3}(?:卡|账号|账户)")]
    private static partial Regex Payment();

    [GeneratedRegex(@"(?:这边|这里|这儿|平台上?|此处)" + Clause + @"{0,3}(?:说话|聊天?|讲话?)?(?:不(?:太)?方便(?:说|聊|讲|$|，|,)|不好说|不让说|(?:要|会)被(?:查|监控|屏蔽|看到))|https?://(?:t\.cn|url\.cn|dwz\.|suo\.|bit\.ly|tinyurl|m\.tb|u\.jd|w\.url)|(?:外面|站外|别处|另外)的?(?:网址|链接|页面|网站)|换(?:一?个|到)(?:软件|app|地方|工具|平台|渠道)" + Clause + "{0,3}(?:说|聊|谈|联系|付|买)")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"(?:线下|私下|私底下|站外|场外|平台外|店外)" + Clause + @"{0,3}(?:成交|结|付|给我|给您便宜|拿货|结算|算|走账|买)|(?:拍下|下单|付款)(?:后|之后|以后|了)?(?:再|先|就)?(?:取消|申请退款)[^。！？]{0,4}(?:我们|咱们?|再|线下|私)" + Clause + "{0,8}(?:便宜|成交|卖|给|优惠|价)|(?:给|帮)(?:您|你)(?:换|改)个?(?:渠道|链接|路子)付|(?:不走|绕过|绕开|避开|跳过|躲开)(?:了)?(?:这个|咱们?)?(?:平台|系统|订单)|(?:别的|其他|其它|另外?一?个?|隔壁|以[a-z]开头的|拼团|团购|短视频|直播|外卖|二手)的?(?:那个)?(?:平台|软件|app)(?:那边|上面|上|里)?" + Clause + @"{0,8}(?:有店|也有|也卖|下单|去买|更?便宜|更?优惠|店铺)|(?:退掉|取消|退了|退款)(?:了|后|之后|以后)?[，,]?(?:再|直接)?(?:找|跟|和)(?:我|店主|老板)(?:单独|私下|直接|另外)?(?:买|拿|下单|订)|单独(?:找|跟|和)(?:我|店主|老板)(?:买|拿|订|下单)|(?:找|跟|和)(?:我|店主|老板)单独(?:买|拿|订|下单)|(?:平台|官方)" + Clause + "{0,2}(?:要抽|抽成|扣点|收手续费)")]
    private static partial Regex BehindTheOrder();

    [GeneratedRegex(@"密码" + Clause + @"{0,3}(?:改成|设成|换成)|(?:人脸|刷脸|手持证件|自拍)" + Clause + @"{0,6}(?:录|拍|发|给)" + Clause + @"{0,4}我|(?:身份证(?:正反面)?(?:号码?|照片?)?|银行卡(?:号|密码)?|卡号|(?:支付|登录|账号|取款)?密码|登录名|验证码|cvv)" + Clause + @"{0,6}(?:发来|拍来|发|给|告诉|报|说|提供|拍)(?:一?下|给|过来|来)*(?:我|过来|一下|下|退款|登记|核对|这边|看看|[，,]|$)|(?:短信|收到的|手机上)" + Clause + @"{0,6}(?:[四五六七八\d]位|几位|那串)?(?:数字?|码)" + Clause + @"{0,3}(?:报|发|给|告诉|说|念)(?:一?下|给|过来)*我|验证码" + Clause + @"{0,2}多少[，,]?(?:$|念|发|报|告诉|说)|(?:提供|发|告诉|报|给)(?:一?下|给|我们?|过来)+" + Clause + "{0,6}(?:身份证|银行卡|卡号|密码|(?<!手机)验证码)")]
    private static partial Regex Secret();
}
