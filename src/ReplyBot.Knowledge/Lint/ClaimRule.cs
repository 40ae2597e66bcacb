using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds claims about goods and the future by how they are built: 最 before a word of praise, nothing better anywhere, an effect on the
/// body, an open-ended guarantee. Superlatives of plain fact (最大码, 最晚明天) are none.
/// </summary>
internal sealed partial class ClaimRule : ITextRule
{
    private const string Clause = CheckedText.Clause;

    private const string Praise =
        "(?:软|新鲜|舒服|舒适|耐用|耐穿|正宗|地道|靠谱|结实|好吃|好喝|好用(?=[的了]|[，。！,!]|$)|好看|好穿|漂亮|划算|实惠|安全|专业|保暖|暖和|透气|火爆?|热销|热卖|畅销|受欢迎|先进|高端|权威|牢固?|纯正|纯|天然|健康|超值|给力|良心|显瘦|显白|香|甜|强|牛|顶|便宜|低(?:的)?价|省电|静音|环保|有效|管用)";

    private static readonly SearchValues<string> Praising = SearchValues.Create(["最", "没有第二", "找不到", "没有比", "没人比", "谁也比不", "比不上我们", "吊打", "碾压", "甩", "首创", "领先", "史诗", "神器级", "零下", "同款", "都在穿", "都在用", "满意度"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Bodily = SearchValues.Create(
        ["瘦", "肚子", "气色", "月经", "痛经", "例假", "年轻", "白了", "变白", "长高", "长出", "血压", "血糖", "睡眠", "失眠", "免疫", "抵抗力", "根除", "断根", "去根", "皱纹", "斑", "痘", "毒素", "智商", "智力", "记忆", "注意力", "聪明", "掉肉", "掉秤", "顿药", "不生病", "不感冒", "药", "医院"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Binding = SearchValues.Create(
        ["包您", "包你", "多少都", "多少也", "时候退", "时候换", "一辈子", "几十年", "打包票", "打保票", "拍胸脯", "我发誓", "担保", "满意为止", "不管多少", "无论多少", "不论多少", "都给", "永远", "永久", "一直给", "偏远", "全国", "新疆", "西藏", "农村", "乡下", "哪里都", "算我的", "我赔", "我来赔"], StringComparison.Ordinal);

    public void Check(CheckedText text)
    {
        var plain = text.Text.AsSpan();
        if (plain.ContainsAny(Praising))
            Find(text, Superlative(), FindingCodes.Superlative, "广告法不允许这样夸", "Advertising law forbids this praise", "做工细致，很多老顾客回购");
        if (plain.ContainsAny(Bodily))
            Find(text, Effect(), FindingCodes.Superlative, "普通商品不能说对身体的效果", "Ordinary goods must not claim effects on the body", "普通用品，没有这类作用");
        if (plain.ContainsAny(Binding))
            Find(text, Guarantee(), FindingCodes.BrokenPromise, "这个承诺没有边界，店铺不一定做得到", "This promise has no bounds; the shop may not keep it", "按店铺的规则处理，有变化马上告诉您");
    }

    private static void Find(CheckedText text, Regex pattern, string code, string zh, string en, string fix)
    {
        foreach (var match in pattern.EnumerateMatches(text.Text))
        {
            if (!Negation.Denies(text.Text, match.Index, match.Index + match.Length))
                text.Report(code, Severity.Error, match.Index, match.Length, zh, en, fix);
        }
    }

    [GeneratedRegex("(?<!哪[款个种样]|怎么[买拍用穿])最" + Praise + @"(?!的?(?:办法|方法|做法|拍法|买法|方式|选择|时间|时候|搭配|凑法|是哪|用法|码|档|模式|温度|一档|位置|姿势)|吗|么|呢|不|[，,]?(?:您|你)(?:看|选|挑|定))|最大的?" + Clause + @"{0,4}(?:店|铺|厂|品牌|商家?|平台|基地|仓储?)|没有第二(?:家|个|款)|(?:没有|没人|找不到|没哪家)比?" + Clause + "{1,8}更" + Praise + @"|(?:找不到|没有)" + Clause + @"{0,4}(?:第二家|这么好|这样好|同样好)|(?:全球|全国|世界|业内|行业|国内)?首创|(?:全球|全国|世界|行业|国内|遥遥|永远)领先|领先(?:同行|业界|行业|全国|世界|全球)|史诗级|零下" + Clause + "{1,4}度" + Clause + "{0,2}(?:都|也)(?:不怕|不冷|暖)|(?:明星|总统|皇室|国宴|宇航员|冠军)(?:们)?" + Clause + "{0,2}(?:同款|都在|专用|特供)|谁(?:家)?(?:也|都)比不(?:上|过)|比不上我们|(?:吊打|碾压|秒杀|甩)(?:同行|别家|大牌|同价位|全网|市面|其他)")]
    private static partial Regex Superlative();

    [GeneratedRegex(@"(?:肚子|腰|脸|大?腿|胳膊|手臂)(?:就|会|能|明显|立刻)*(?:小|细|瘦)(?:了|一圈|下去)|气色(?:就|会|也|能)*(?:变好|好起来|好了|红润)|(?:月经|痛经|例假)(?:就|也|会|都)*(?:准|顺|规律|不痛|不疼|没了|好了)|年轻(?:了)?[一二两三四五六七八九十几\d]{1,3}岁|(?:皮肤|脸|人)(?:就|会|能)*(?:变白|白了|白(?:一|两|几)?个度)|(?:让|帮|使)" + Clause + @"{0,4}(?:长高|增高)|(?:血压|血糖|血脂)(?:就|会|能|也|都)*(?:稳|正常|降)|(?:睡眠|失眠)(?:就|会|也)*(?:好了|改善|治)|(?:增强|提高|提升)(?:了)?(?:免疫|抵抗力)|(?:断根|去根|根除)|(?:能|会|就|都能|也能|躺着|坐着)瘦(?![的子身腿脸小])|掉(?:肉|秤)|(?:提高|提升|增加|开发)" + Clause + @"{0,2}(?:智商|智力|记忆力|注意力)|(?:更|变)聪明|顶[一两二三四五六七八九十几](?:顿|次|盒|片|支|副)?(?:药|针)|(?:比|跟)" + Clause + @"{0,6}(?:药|医院)" + Clause + "{0,4}(?:管用|有效|见效|好使|一样)|(?:皱纹|细纹|斑|痘)(?:就|会|都|能)*(?:没了|消失|淡掉|下去)|排(?:出|走)?毒素|(?:从此|再也|一年)" + Clause + "{0,3}不(?:生病|感冒)")]
    private static partial Regex Effect();

    [GeneratedRegex(@"(?:穿|用|戴|盖|睡)" + Clause + @"{0,2}(?:一辈子|几十年|上百年)|包(?:您|你)" + Clause + @"{0,4}(?:过关|通过|中奖|赢|发财|好看|喜欢|变美|变白|变瘦|不)|多少钱?(?:我们)?(?:都|也)(?:给(?:您|你)?)?(?:补|赔|退|出)|(?:啥|什么|任何)时候" + Clause + @"{0,3}(?:退|换)(?:就|都)|打[包保]票|拍胸脯|我发誓|(?:以|拿)" + Clause + @"{1,4}担保|(?:换|修|赔|退|补|改)到" + Clause + @"{0,2}满意为止|(?:运费|邮费|快递费|关税|差价)" + Clause + @"{0,2}(?:不管|无论|不论)多少" + Clause + @"{0,3}(?:出|承担|付|包|给您报|报销)|(?:不管|无论|不论)" + Clause + @"{0,3}(?:运费|邮费)" + Clause + @"{0,4}(?:出|承担|付|包|报销)|(?:以后|今后|往后|下次|每次|回回)" + Clause + @"{0,8}(?:都|一律|全|永远)给(?:您|你)" + Clause + @"{0,3}(?:[一二三四五六七八九半\d.]+折|优惠价|这个价|底价|便宜|免|打折)|(?:永远|永久)(?:给|帮|为)?(?:您|你)?(?:留着|保留|有货|不涨|这个价|免费|包邮)|一直(?:都)?(?:有货|不涨|这个价|免费|包邮)|(?:给|帮|为)(?:您|你)(?:永远|永久|一直)(?:留|保留|存)|(?:全国|全部|哪里|哪儿|任何地方|偏远(?:地区|山区)?|新疆|西藏|农村|乡下|村里)" + Clause + @"{0,6}(?:都|也|一样)" + Clause + @"{0,4}(?:隔天|次日|当天|[一两二三123]天)" + Clause + @"{0,2}(?:到|达|送)|(?:到不了|坏了|不合适|出问题|有问题|丢了|晚了)" + Clause + "{0,4}(?:都)?(?:算我的|我来?赔|我个人)")]
    private static partial Regex Guarantee();
}
