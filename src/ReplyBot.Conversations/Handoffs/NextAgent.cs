using System.Text.Json;
using ReplyBot.Conversations.Desk;
using ReplyBot.Knowledge;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>Chooses to whom a waiting buyer is offered: whoever knows the matter, had the buyer before, and has the fewest in hand.</summary>
public static class NextAgent
{
    /// <summary>The agent to offer the buyer to; null where nobody is left to be asked.</summary>
    /// <param name="conversation">The conversation of the waiting buyer.</param>
    /// <param name="onDuty">Who is at the desk.</param>
    /// <param name="knowledge">The base with the catalogue.</param>
    /// <param name="most">The most buyers an agent may have.</param>
    public static AgentOnDuty? For(Conversation conversation, IReadOnlyList<AgentOnDuty> onDuty, KnowledgeBase knowledge, int most)
    {
        var needed = Needed(conversation, knowledge);
        var passed = conversation.Handoff?.PassedBy ?? [];
        return onDuty.Where(agent => agent.Buyers < most && !passed.Contains(agent.Id))
            .OrderByDescending(agent => Fit(agent, needed))
            .ThenByDescending(agent => agent.Id == conversation.LastAgentId)
            .ThenBy(agent => agent.Buyers)
            .ThenBy(agent => agent.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static List<string> Needed(Conversation conversation, KnowledgeBase knowledge)
    {
        var needed = new List<string>();
        if (conversation.Memory.Stage is { } stage)
            needed.Add(JsonNamingPolicy.KebabCaseLower.ConvertName(stage));
        if (conversation.Memory.Product is { } id && knowledge.FindProduct(id) is { } product)
            needed.Add(product.Category);
        return needed;
    }

    /// <summary>Those who know it, then those who take everything, then those who are there for something else.</summary>
    private static int Fit(AgentOnDuty agent, List<string> needed) =>
        agent.Skills.Count == 0 || needed.Count == 0 ? 1 : agent.Skills.Any(needed.Contains) ? 2 : 0;
}
