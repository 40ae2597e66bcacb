namespace ReplyBot.Knowledge.Shop;

/// <summary>A time that counts back from today.</summary>
/// <param name="DaysAgo">How many days ago.</param>
/// <param name="At">The time of that day, in the shop's time zone.</param>
public sealed record SampleTime(int DaysAgo, TimeOnly At)
{
    /// <summary>The moment, seen from <paramref name="today"/>; <paramref name="zone"/> is the shop's offset from UTC.</summary>
    public DateTimeOffset On(DateOnly today, TimeSpan zone) =>
        new(today.AddDays(-DaysAgo).ToDateTime(At), zone);
}
