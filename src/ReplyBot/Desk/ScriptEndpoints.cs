using System.Globalization;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Desk;

/// <summary>Searching the scripts as an agent types, and browsing them by intent.</summary>
internal static class ScriptEndpoints
{
    private const int MostHits = 50;
    private const int UsualHits = 20;
    private const int LongestQuery = 200;

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/scripts", Search);
        desk.MapGet("/script-groups", Groups);
    }

    private static IResult Search(
        HttpContext http, string? q, string? intent, string? channel, string? take, IServingBase serving, ScriptItems scripts, ShopClock shopClock, TimeProvider clock)
    {
        var top = UsualHits;
        if (take is not null && !int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out top))
            return Problems.Invalid("take", "必须是正整数 / must be a whole number above 0");
        var facts = scripts.Facts(http);
        if (!string.IsNullOrEmpty(intent))
            return ConsoleJson.Answer(new { items = scripts.Sayable(channel).Where(script => script.Intent == intent).Select(script => ScriptItems.Of(script, facts)) });
        if (string.IsNullOrWhiteSpace(q))
            return ConsoleJson.Answer(new { items = Array.Empty<ScriptItem>() });
        var typed = q.Length > LongestQuery ? q[..LongestQuery] : q;
        var query = new LookupQuery(typed, shopClock.Local(clock.GetUtcNow()), string.IsNullOrEmpty(channel) ? null : channel, Math.Clamp(top, 1, MostHits));
        return ConsoleJson.Answer(new
        {
            items = serving.Current.Index.Lookup(query).Select(hit => ScriptItems.Of(
                hit.Script, facts, Math.Round(hit.Score, 4), [.. hit.Highlights.Select(highlight => new[] { highlight.Start, highlight.Length })])),
        });
    }

    /// <summary>The intents that have scripts for a channel, by stage, in the order of the taxonomy.</summary>
    private static IResult Groups(string? channel, ScriptItems scripts)
    {
        var counts = scripts.Sayable(channel).CountBy(script => script.Intent, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return ConsoleJson.Answer(new
        {
            items = scripts.Content.Taxonomy.Where(intent => counts.ContainsKey(intent.Id)).GroupBy(intent => intent.Stage).Select(stage => new
            {
                stage = stage.Key,
                intents = stage.Select(intent => new { intent.Id, name = intent.NameZh, intent.NameEn, count = counts[intent.Id] }),
            }),
        });
    }
}
