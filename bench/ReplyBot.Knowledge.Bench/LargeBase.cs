using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Bench;

/// <summary>A base of any size, put together from a real one: each script speaks of other goods, in other buyers' words.</summary>
internal static class LargeBase
{
    /// <summary>As many variants as a script has at least.</summary>
    public const int VariantsEach = 8;

    private static readonly string[] Openings =
        ["你好", "您好", "亲", "请问", "老板", "客服", "麻烦问下", "我想问", "那个", "哈喽", "店家", "在吗", "帮我看下", "想了解", "问一下", "急", "另外"];

    private static readonly string[] Goods =
        ["红色的杯子", "大号床单", "加厚外套", "不锈钢锅", "儿童水杯", "棉麻衬衫", "蓝牙耳机", "折叠椅", "羊毛围巾", "跑步鞋", "保温壶", "遮阳伞", "双肩包", "电动牙刷", "落地灯", "狗粮", "瑜伽垫", "面霜", "充电线", "茶叶礼盒", "实木书架", "窗帘", "电饭煲", "行李箱"];

    /// <summary>The same arguments make the same base.</summary>
    /// <param name="shop">Whose scripts are copied.</param>
    /// <param name="scripts">How many scripts it has.</param>
    public static ScriptBundle Make(KnowledgeBase shop, int scripts)
    {
        var random = new Random(7);
        var sources = shop.Scripts.Where(script => script.Variants.Count > 0).ToArray();
        return ScriptBundle.From(shop with { Scripts = [.. Enumerable.Range(0, scripts).Select(i => Copy(sources[i % sources.Length], i, random))] });
    }

    private static Script Copy(Script source, int number, Random random)
    {
        var goods = Goods[random.Next(Goods.Length)];
        return source with
        {
            Id = $"{source.Id}.copy{number}",
            Question = goods + source.Question,
            Variants = [.. Enumerable.Range(0, VariantsEach).Select(_ => Openings[random.Next(Openings.Length)] + goods + source.Variants[random.Next(source.Variants.Count)])],
        };
    }
}
