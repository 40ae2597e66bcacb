using ReplyBot.Desk.Live;

namespace ReplyBot.Desk;

/// <summary>An agent's own presence as the console shows it. <c>Online</c> is whether new buyers are taken.</summary>
internal sealed record PresenceItem(bool Online, DateTimeOffset? Since, DateTimeOffset? Until, AwayReason? Reason, DateTimeOffset ServerTime)
{
    public static PresenceItem Of(AgentPresence presence, DateTimeOffset now) =>
        presence.IsAway(now) ? new PresenceItem(false, presence.AwaySince, presence.AwayUntil, presence.AwayReason, now) : new PresenceItem(true, null, null, null, now);
}
