namespace ReplyBot.Conversations;

/// <summary>The shop's own time of day: what buyers are told, and when agents are at work.</summary>
/// <param name="Offset">The shop's offset from UTC; China has one zone and no summer time.</param>
public sealed record ShopClock(TimeSpan Offset)
{
    /// <summary>China Standard Time.</summary>
    public static readonly ShopClock China = new(TimeSpan.FromHours(8));

    /// <summary>A moment as the shop's clock shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset);
}
