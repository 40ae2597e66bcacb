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
    public static bool IsOpen(KnowledgeBase knowledge, string channel, DateTimeOffset local)
    {
        var hours = knowledge.Platforms.FirstOrDefault(platform => platform.Id == channel)?.Clock.Hours;
        if (hours?.Split('-') is not [var from, var until] || !Time(from, out var opens) || !Time(until, out var closes))
            return true;
        return TimeOnly.FromTimeSpan(local.TimeOfDay).IsBetween(opens, closes);
    }

    private static bool Time(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
