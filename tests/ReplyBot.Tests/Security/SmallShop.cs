using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;
using ReplyBot.Knowledge.Taxonomy;

namespace ReplyBot.Tests.Security;

/// <summary>A shop with two scripts and everything that the bot says by itself.</summary>
internal static class SmallShop
{
    /// <summary>What it serves, read by a reader that understands nothing.</summary>
    public static ServingBase Serve()
    {
        var bundle = ScriptBundle.From(new KnowledgeBase
        {
            Scripts =
            [
                Script("ship.time.standard", "ship.time", "付款后多久发货？", "亲，付款后{{policy.dispatch_hours}}小时内发出。"),
                Script("return.how.standard", "return.how", "怎么退货？", "亲，订单{{order.number}}里点申请退货就可以。"),
                .. NoticeScripts.All.Select(id => Script(id, "chat.human", $"【{id}】", "请稍等，同事{{policy.reply_minutes}}分钟内回您。")),
            ],
            Taxonomy = [new IntentDefinition("ship.time", "发货时间", "Dispatch time", Stage.InSale), new IntentDefinition("return.how", "怎么退货", "How to return", Stage.AfterSale)],
            Policy = new ShopPolicy(new Dictionary<string, string> { ["dispatch_hours"] = "24", ["reply_minutes"] = "10" }, [], [], []),
        });
        return new ServingBase(bundle, ScriptIndexBuilder.Build(bundle), new OutboundGuard(bundle.Content), new PlainReader());
    }

    private static Script Script(string id, string intent, string question, string wording) =>
        new(id, intent, question, [], [new Wording(wording)], Conditions.None, SendMode.Automatic);
}
