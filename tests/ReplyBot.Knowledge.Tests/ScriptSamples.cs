using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Shop;
using ReplyBot.Knowledge.Taxonomy;

namespace ReplyBot.Knowledge.Tests;

/// <summary>Small knowledge bases made in memory.</summary>
internal static class ScriptSamples
{
    public static DateTimeOffset Noon { get; } = new(2026, 6, 15, 12, 0, 0, TimeSpan.FromHours(8));

    public static Script Script(string id, string question, params string[] variants)
    {
        var intent = id[..id.LastIndexOf('.')];
        return new Script(
            id, intent, question, variants,
            [new Wording($"亲，关于“{question}”，我这就为您查一下，请告诉我订单号。"), new Wording("请发订单号，我来查。", Simpler: true)],
            Conditions.None, SendMode.Automatic);
    }

    public static KnowledgeBase Base(params Script[] scripts) => new()
    {
        Scripts = scripts,
        Taxonomy = scripts.Select(script => script.Intent).Distinct()
            .Select(intent => new IntentDefinition(intent, intent, intent, Stage.Any)).ToArray(),
        Platforms = [Platform("jd", "京东", ["京豆"], ["北京东"]), Platform("taobao", "淘宝", ["支付宝", "旺旺"], ["淘宝贝"]), Platform("web", "官网", [], [])],
        Advertising = new AdvertisingLaw([new ForbiddenPhrase("最好", "很好"), new ForbiddenPhrase("第一", "靠前")], ["第一时间"]),
        Policy = new ShopPolicy(
            new Dictionary<string, string> { ["dispatch_hours"] = "24", ["return_days"] = "7", ["refund_days"] = "3", ["warranty_months"] = "12" },
            [new CompensationCeiling("延误", scripts.Length > 0 ? scripts[0].Intent : "ship.urge", 20, "agent")],
            ["假一赔十"], []),
        Shop = new ShopFacts(new Dictionary<string, string> { ["name"] = "试验店", ["phone"] = "400-000-0000" }),
        Products = [new Product("tee", "短袖", ["T恤"], "clothing", 59, 3, [], [], null, null, new Dictionary<string, string>(), null, null)],
    };

    public static ScriptBundle Bundle(params Script[] scripts) => ScriptBundle.From(Base(scripts));

    private static Platform Platform(string id, string name, IReadOnlyList<string> terms, IReadOnlyList<string> allow) =>
        new(id, [name], [], [], [], terms, allow, [new ForbiddenPhrase("加微信", "在这里留言", "off-platform")], new ServiceClock(30, 60, null, null, null));
}
