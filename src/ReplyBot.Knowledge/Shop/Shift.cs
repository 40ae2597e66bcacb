using System.Globalization;

namespace ReplyBot.Knowledge.Shop;

/// <summary>A shift of the shop's agents.</summary>
/// <param name="Name">What it is called: 早班.</param>
/// <param name="From">When it begins, on the shop's clock.</param>
/// <param name="Until">When it ends; before the beginning for one over midnight.</param>
public sealed record Shift(string Name, TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether a time of day is in it; its end is not.</summary>
    public bool Has(TimeOnly time) => time.IsBetween(From, Until);

    /// <summary>Reads a shift as files write it, <c>早班 09:00-16:00</c>; null for anything else.</summary>
    public static Shift? Parse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var name, var hours]
        && hours.Split('-') is [var from, var until] && Time(from, out var begins) && Time(until, out var ends) && begins != ends
            ? new Shift(name, begins, ends)
            : null;

    private static bool Time(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
