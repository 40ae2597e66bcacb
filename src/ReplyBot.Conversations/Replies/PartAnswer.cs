using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Conversations.Replies;

/// <summary>What can be said to one question, with the facts at hand.</summary>
/// <param name="Script">The script that answers.</param>
/// <param name="Wording">What is said; null where nothing can be said.</param>
/// <param name="Otherwise">Why a human is asked where nothing can be said.</param>
/// <param name="NeedsOrder">Whether the script would say more if the order were known.</param>
internal sealed record PartAnswer(Script Script, ChosenWording? Wording, HandoffReason Otherwise, bool NeedsOrder)
{
    /// <summary>Whether the answer says that a colleague will act.</summary>
    public bool ColleagueActs => !NeedsOrder && Script.Tags.Contains(ScriptTags.ColleagueActs);

    /// <summary>Chooses what is said.</summary>
    /// <param name="script">The script that answers.</param>
    /// <param name="memory">What was said before.</param>
    /// <param name="facts">What is known.</param>
    public static PartAnswer Of(Script script, ConversationMemory memory, SlotFacts facts)
    {
        var needsOrder = facts.Order is null && script.Wordings.Any(UsesOrder);
        if (Courtesy.Is(script))
            return new PartAnswer(script, WordingChoice.NextRound(script, memory.WordingsSaid(script.Id), facts), HandoffReason.Unsure, false);
        if (AsksUnknownFact(script, facts))
            return new PartAnswer(script, null, HandoffReason.Unsure, needsOrder);
        var chosen = WordingChoice.Next(script, memory.WordingsSaid(script.Id), facts);
        if (facts.Order is not null && script.Wordings.Any(UsesOrder) && (chosen is null || !UsesOrder(script.Wordings[chosen.Wording])))
            chosen = OrderState(facts.Base, memory, facts);
        return new PartAnswer(script, chosen, HandoffReason.AskedAgain, needsOrder);
    }

    /// <summary>
    /// The order is known but lacks the fact that was asked for (an unpaid order has no parcel): its state is said,
    /// not the wording that asks for the order number again.
    /// </summary>
    private static ChosenWording? OrderState(KnowledgeBase knowledge, ConversationMemory memory, SlotFacts facts)
    {
        var script = knowledge.FindScript(NoticeScripts.OrderState);
        var chosen = script is null ? null : WordingChoice.Next(script, memory.WordingsSaid(script.Id), facts);
        return chosen is not null && UsesOrder(script!.Wordings[chosen.Wording]) ? chosen : null;
    }

    private static bool AsksUnknownFact(Script script, SlotFacts facts) =>
        facts.Product is not null && script.Wordings[0].Text.Contains("{{product.fact}}", StringComparison.Ordinal) && facts.Lookup("product.fact") is null;

    /// <summary>Whether a wording speaks of the buyer's order or parcel.</summary>
    public static bool UsesOrder(Wording wording) =>
        wording.Text.Contains("{{order.", StringComparison.Ordinal) || wording.Text.Contains("{{parcel.", StringComparison.Ordinal);
}
