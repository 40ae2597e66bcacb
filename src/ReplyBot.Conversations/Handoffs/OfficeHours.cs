using System.Globalization;
using ReplyBot.Knowledge;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>When agents are at work on a channel, as the platform's service clock says.</summary>
public static class OfficeHours
{
    /// <summary>Whether agents are at work; a channel without stated hours is always open.</summary>
    /// <param name="knowledge">The base with the platforms.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="local">The time on the shop's clock.</param>
    public static bool IsOpen(KnowledgeBase knowledge, string channel, DateTimeOffset local) =>
        HoursOf(knowledge, channel) is not { } hours || TimeOnly.FromTimeSpan(local.TimeOfDay).IsBetween(hours.Opens, hours.Closes);

    /// <summary>From when on agents are at work: now, or the next opening.</summary>
    /// <param name="knowledge">The base with the platforms.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="local">The time on the shop's clock.</param>
    public static DateTimeOffset OpenFrom(KnowledgeBase knowledge, string channel, DateTimeOffset local)
    {
        if (IsOpen(knowledge, channel, local) || HoursOf(knowledge, channel) is not { } hours)
            return local;
        var opening = new DateTimeOffset(local.Date + hours.Opens.ToTimeSpan(), local.Offset);
        return opening > local ? opening : opening.AddDays(1);
    }

    private static (TimeOnly Opens, TimeOnly Closes)? HoursOf(KnowledgeBase knowledge, string channel)
    {
        var hours = knowledge.Platforms.FirstOrDefault(platform => platform.Id == channel)?.Clock.Hours;
        return hours?.Split('-') is [var from, var until] && Time(from, out var opens) && Time(until, out var closes) ? (opens, closes) : null;
    }

    private static bool Time(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
