using ReplyBot.Intent.Buyers;

namespace ReplyBot.Desk;

/// <summary>The types of buyer as agents call them.</summary>
internal static class BuyerTypeNames
{
    public static string Of(BuyerType type) => type switch
    {
        BuyerType.KnowledgeNone => "知识·不懂",
        BuyerType.KnowledgeSome => "知识·半懂",
        BuyerType.KnowledgeExpert => "知识·很懂",
        BuyerType.PriceGenerous => "价格·大方",
        BuyerType.PriceTesting => "价格·试探",
        BuyerType.PriceInsisting => "价格·坚持",
        BuyerType.DemandTrusting => "要求·信赖",
        BuyerType.DemandDoubting => "要求·怀疑",
        BuyerType.DemandPicky => "要求·挑剔",
        BuyerType.HaggleCompare => "议价·比价",
        BuyerType.HaggleReferral => "议价·引流",
        _ => type.ToString(),
    };
}
