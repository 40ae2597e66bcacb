namespace ReplyBot.Intent.Buyers;

/// <summary>The nine types of buyer (knowledge, price, demand) and the two ways of haggling.</summary>
public enum BuyerType
{
    KnowledgeNone,
    KnowledgeSome,
    KnowledgeExpert,
    PriceGenerous,
    PriceTesting,
    PriceInsisting,
    DemandTrusting,
    DemandDoubting,
    DemandPicky,
    HaggleCompare,
    HaggleReferral,
}

/// <summary>A type of buyer with the words that show it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Start">Where the words begin in the original text, in UTF-16 code units.</param>
/// <param name="Length">How long they are.</param>
public sealed record BuyerTypeEvidence(BuyerType Type, int Start, int Length);
