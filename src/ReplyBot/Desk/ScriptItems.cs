using ReplyBot.Accounts;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Desk;

/// <summary>A script for an agent to take, its first wording filled in with what is true of the shop.</summary>
internal sealed record ScriptItem(
    string ScriptId, string Question, string Intent, string Text, double Score, IReadOnlyList<int[]> Highlights, IReadOnlyList<string> Unfilled);

/// <summary>The scripts that an agent may take on a channel at the moment.</summary>
internal sealed class ScriptItems(IServingBase serving, ShopClock shopClock, TimeProvider clock)
{
    /// <summary>The base that is served.</summary>
    public KnowledgeBase Content => serving.Current.Bundle.Content;

    /// <summary>The scripts that may be said on a channel today.</summary>
    public IEnumerable<Script> Sayable(string? channel)
    {
        var today = DateOnly.FromDateTime(shopClock.Local(clock.GetUtcNow()).DateTime);
        return Content.Scripts.Where(script => !script.IsNotice && script.When.IsValidOn(today) && (string.IsNullOrEmpty(channel) || script.When.AllowsChannel(channel)));
    }

    /// <summary>Facts about an order or a product stay open: which one is meant is not known here, and they are the agent's to fill.</summary>
    public SlotFacts Facts(HttpContext http) =>
        new(Content, Order: null, Product: null, Asked: "", default, shopClock.Local(clock.GetUtcNow())) { AgentName = http.User.Agent().DisplayName };

    /// <summary>The item of a script.</summary>
    public static ScriptItem Of(Script script, SlotFacts facts, double score = 0, IReadOnlyList<int[]>? highlights = null)
    {
        var rendered = SlotTemplate.Of(script.Wordings[0]).Render(facts.Lookup);
        return new ScriptItem(script.Id, script.Question, script.Intent, rendered.Text, score, highlights ?? [], rendered.Unfilled);
    }
}
