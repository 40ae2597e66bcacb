using System.Globalization;
using ReplyBot.Knowledge;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>How long buyers wait, as they are told and as they are reminded.</summary>
public static class WaitingTimes
{
    private const double MinutesWhereUnstated = 10;

    /// <summary>The shortest time between two reassurances of one buyer.</summary>
    public static readonly TimeSpan ReassuranceInterval = TimeSpan.FromMinutes(10);

    /// <summary>How long after an alarm the next one follows where the promise is still open: the next agent has had as much time as the first.</summary>
    public static readonly TimeSpan AlarmInterval = TimeSpan.FromMinutes(10);

    /// <summary>How long before the deadline the agent is reminded.</summary>
    public static readonly TimeSpan ReminderLead = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Until when a substantive reply is due after 稍等: as long as the holding reply says, <c>{{policy.reply_minutes}}</c>,
    /// counted from the next opening where agents are away.
    /// </summary>
    /// <param name="knowledge">The base with policy and platforms.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="local">The time of the promise on the shop's clock.</param>
    public static DateTimeOffset Deadline(KnowledgeBase knowledge, string channel, DateTimeOffset local) =>
        OfficeHours.OpenFrom(knowledge, channel, local) + PromiseLength(knowledge);

    private static TimeSpan PromiseLength(KnowledgeBase knowledge) =>
        TimeSpan.FromMinutes(double.TryParse(knowledge.Policy.Slots.GetValueOrDefault("reply_minutes"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? minutes
            : MinutesWhereUnstated);
}
