using System.Globalization;
using ReplyBot.Knowledge;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>How long buyers wait, as they are told and as they are reminded.</summary>
public static class WaitingTimes
{
    private const double MinutesWhereUnstated = 10;

    /// <summary>The shortest time between two reassurances of one buyer.</summary>
    public static readonly TimeSpan ReassuranceInterval = TimeSpan.FromMinutes(10);

    /// <summary>How long after 稍等 a substantive reply is due: what the holding reply says, <c>{{policy.reply_minutes}}</c>.</summary>
    public static TimeSpan PromiseLength(KnowledgeBase knowledge) =>
        TimeSpan.FromMinutes(double.TryParse(knowledge.Policy.Slots.GetValueOrDefault("reply_minutes"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? minutes
            : MinutesWhereUnstated);
}
