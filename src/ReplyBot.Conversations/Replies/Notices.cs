using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;

namespace ReplyBot.Conversations.Replies;

/// <summary>Composes what the bot says besides answers.</summary>
public static class Notices
{
    /// <summary>A notice, in a wording not said lately.</summary>
    public static ChosenWording Compose(ServingBase serving, string scriptId, Conversation conversation, DateTimeOffset now)
    {
        var knowledge = serving.Bundle.Content;
        var script = knowledge.FindScript(scriptId) ?? throw new InvalidOperationException($"The published base lacks the script {scriptId}.");
        var facts = new SlotFacts(knowledge, null, null, "", default, now);
        return WordingChoice.NextRound(script, conversation.Memory.WordingsSaid(scriptId), facts)
            ?? throw new InvalidOperationException($"No wording of the script {scriptId} can be said without facts about the buyer.");
    }
}
