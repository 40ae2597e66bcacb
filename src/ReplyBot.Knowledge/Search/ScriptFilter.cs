using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>Decides which scripts a query may return at all.</summary>
internal static class ScriptFilter
{
    /// <summary>The shop's calendar: all of China keeps one time, without summer time.</summary>
    private static readonly TimeSpan ShopOffset = TimeSpan.FromHours(8);

    public static bool Accepts(Script script, ScriptQuery query)
    {
        var when = script.When;
        return !script.IsNotice
            && (script.Send == SendMode.Automatic || query.IncludeAgentOnly)
            && (query.Channel is null || when.AllowsChannel(query.Channel))
            && (query.ProductId is null || Conditions.Allows(when.Products, query.ProductId))
            && (query.Category is null || Conditions.Allows(when.Categories, query.Category))
            && (query.Hours is null or ServiceHours.Any || when.Hours == ServiceHours.Any || when.Hours == query.Hours)
            && IsValid(script, query.At);
    }

    /// <summary>Whether two queries agree in everything that <see cref="Accepts(Script, ScriptQuery)"/> looks at.</summary>
    public static bool JudgesAlike(ScriptQuery one, ScriptQuery other) =>
        one.IncludeAgentOnly == other.IncludeAgentOnly
        && one.Channel == other.Channel
        && one.ProductId == other.ProductId
        && one.Category == other.Category
        && one.Hours == other.Hours
        && DayOf(one.At) == DayOf(other.At);

    public static bool Accepts(Script script, LookupQuery query) =>
        (query.Channel is null || script.When.AllowsChannel(query.Channel)) && IsValid(script, query.At);

    private static bool IsValid(Script script, DateTimeOffset at) =>
        (script.When.From is null && script.When.Until is null)
        || script.When.IsValidOn(DayOf(at));

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(ShopOffset).DateTime);
}
