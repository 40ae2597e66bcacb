using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Intent;
using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Slots;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;
using ReplyBot.Knowledge.Shop;
using ReplyBot.Knowledge.Taxonomy;

namespace ReplyBot.Tests.Desk;

/// <summary>A small shop: two scripts, one forbidden phrase, one order, one case for supervisors and one for the owner.</summary>
internal sealed class SampleBase : IServingBase, IUtteranceReader, IShopData
{
    public const string OrderNumber = "20260601001";

    private static readonly OrderFacts Order = new(OrderNumber, "8888", "已发货", new DateTimeOffset(2026, 6, 14, 9, 0, 0, TimeSpan.FromHours(8)), ["tee"],
        new Dictionary<string, string> { ["order.number"] = OrderNumber, ["order.items"] = "短袖×1" });

    public SampleBase()
    {
        var bundle = ScriptBundle.From(new KnowledgeBase
        {
            Scripts =
            [
                Script("ship.time.standard", "付款后多久发货？", "亲，付款后{{policy.dispatch_hours}}小时内发出，您这单预计{{order.dispatch_by}}前发走。"),
                Script("return.how.standard", "怎么退货？", "亲，在订单里点申请退货就可以，运费我们来承担。"),
            ],
            Taxonomy = [new IntentDefinition("ship.time", "发货时间", "Dispatch time", Stage.InSale), new IntentDefinition("return.how", "怎么退货", "How to return", Stage.AfterSale)],
            Platforms = [new Platform("web", ["官网"], [], [], [], [], [], [new ForbiddenPhrase("加微信", "在这里留言", "off-platform")], new ServiceClock(30, 60, null, null, null))],
            Policy = new ShopPolicy(new Dictionary<string, string> { ["dispatch_hours"] = "24", ["reply_minutes"] = "10" },
                [new CompensationCeiling("售前议价让利", "price.bargain", 5, "supervisor"), new CompensationCeiling("和解", "complaint.legal", 200, "owner")], [], []),
        });
        Current = new ServingBase(bundle, ScriptIndexBuilder.Build(bundle), new OutboundGuard(bundle.Content), this);
    }

    public ServingBase Current { get; }

    /// <summary>Finds a phone number, the three characters after 收件人 as a name, 气 as anger, 太贵 as haggling and 转人工 as asking for a person; takes everything else for a question about dispatch.</summary>
    public Understanding Read(string text)
    {
        var intent = new IntentPrediction([new ScoredIntent(text == "转人工" ? "chat.human" : "ship.time", 0.91), new ScoredIntent("return.how", 0.05)], 0.99);
        List<Slot> slots = [];
        if (text.IndexOf("138", StringComparison.Ordinal) is >= 0 and var phone)
            slots.Add(new Slot(SlotKind.Phone, phone, 11, text.Substring(phone, 11)));
        if (text.IndexOf("收件人", StringComparison.Ordinal) is >= 0 and var named)
            slots.Add(new Slot(SlotKind.PersonName, named + 3, 3, text.Substring(named + 3, 3)));
        if (text.IndexOf(OrderNumber, StringComparison.Ordinal) is >= 0 and var number)
            slots.Add(new Slot(SlotKind.OrderNumber, number, OrderNumber.Length, OrderNumber));
        var types = text.IndexOf("太贵", StringComparison.Ordinal) is >= 0 and var dear ? new BuyerTypeEvidence[] { new(BuyerType.PriceTesting, dear, 2) } : [];
        var emotion = text.Contains('气', StringComparison.Ordinal) ? new Emotion(EmotionLabel.Angry, 0.9) : Emotion.Neutral;
        return new Understanding(text, intent, [], emotion, slots, types, []);
    }

    public Task<OrderFacts?> FindOrderAsync(string number, CancellationToken cancellation) => Task.FromResult(number == OrderNumber ? Order : null);

    public Task<IReadOnlyList<OrderFacts>> OrdersOfAsync(string channel, string buyerId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OrderFacts>>(buyerId == "owner" ? [Order] : []);

    private static Script Script(string id, string question, string wording) =>
        new(id, id[..id.LastIndexOf('.')], question, [], [new Wording(wording)], Conditions.None, SendMode.Automatic);
}
