using System.Globalization;
using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Desk;

/// <summary>Searching the scripts as an agent types.</summary>
internal static class ScriptEndpoints
{
    private const int MostHits = 50;
    private const int UsualHits = 20;
    private const int LongestQuery = 200;

    public static void Map(IEndpointRouteBuilder desk) => desk.MapGet("/scripts", Search);

    private static IResult Search(HttpContext http, string? q, string? channel, string? take, IServingBase serving, ShopClock shopClock, TimeProvider clock)
    {
        var top = UsualHits;
        if (take is not null && !int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out top))
            return Problems.Invalid("take", "必须是正整数 / must be a whole number above 0");
        if (string.IsNullOrWhiteSpace(q))
            return ConsoleJson.Answer(new { items = Array.Empty<ScriptItem>() });
        var typed = q.Length > LongestQuery ? q[..LongestQuery] : q;
        var now = shopClock.Local(clock.GetUtcNow());
        var current = serving.Current;
        var facts = new SlotFacts(current.Bundle.Content, Order: null, Product: null, Asked: "", default, now) { AgentName = http.User.Agent().DisplayName };
        var hits = current.Index.Lookup(new LookupQuery(typed, now, string.IsNullOrEmpty(channel) ? null : channel, Math.Clamp(top, 1, MostHits)));
        return ConsoleJson.Answer(new { items = hits.Select(hit => Item(hit, facts)) });
    }

    private static ScriptItem Item(LookupHit hit, SlotFacts facts)
    {
        // Facts about an order or a product are the agent's to fill: which one is meant is not known here.
        var rendered = SlotTemplate.Parse(hit.Script.Wordings[0].Text).Render(facts.Lookup);
        return new ScriptItem(
            hit.Script.Id,
            hit.Script.Question,
            hit.Script.Intent,
            rendered.Text,
            Math.Round(hit.Score, 4),
            [.. hit.Highlights.Select(highlight => new[] { highlight.Start, highlight.Length })],
            rendered.Unfilled);
    }

    /// <summary>A script that was found, its first wording filled in with what is true of the shop.</summary>
    private sealed record ScriptItem(
        string ScriptId, string Question, string Intent, string Text, double Score, IReadOnlyList<int[]> Highlights, IReadOnlyList<string> Unfilled);
}
