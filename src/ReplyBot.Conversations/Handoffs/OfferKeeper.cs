using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// Offers waiting buyers to agents, longest waiting first. An offer keeps nobody else from accepting: it only says whose turn it is.
/// Who lets it pass, or lost the buyer before, is asked again when everybody was; who passes a buyer on, not before a while.
/// </summary>
public sealed class OfferKeeper(IConversationStore store, IAgentRoster roster, IServingBase serving, DeskLimits limits, TimeProvider clock)
{
    private const int MostWaiting = 200;

    /// <summary>How long an offer stands.</summary>
    public static readonly TimeSpan Stands = TimeSpan.FromMinutes(1);

    /// <summary>Goes through the queue once.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        var onDuty = await roster.OnDutyAsync(cancellation);
        if (onDuty.Count == 0)
            return;
        var now = clock.GetUtcNow();
        foreach (var conversation in await store.ListAsync(ConversationScope.Waiting, null, MostWaiting, cancellation))
        {
            if (conversation.Handoff is not { IsWaiting: true } handoff || (handoff.OfferedTo is not null && handoff.OfferedUntil > now))
                continue;
            onDuty = await OfferAsync(conversation, handoff, onDuty, cancellation);
        }
    }

    private async Task<IReadOnlyList<AgentOnDuty>> OfferAsync(Conversation conversation, Handoff handoff, IReadOnlyList<AgentOnDuty> onDuty, CancellationToken cancellation)
    {
        var change = new ConversationChange(conversation, clock.GetUtcNow());
        change.PassOffer();
        var next = NextAgent.For(change.After, onDuty, serving.Current.Bundle.Content, limits.BuyersPerAgent);
        if (next is null && !(handoff.OfferedUntil > change.At))
        {
            change.ForgetPassed();
            next = NextAgent.For(change.After, onDuty, serving.Current.Bundle.Content, limits.BuyersPerAgent);
        }
        if (next is null)
            return onDuty;
        change.Offer(next.Id, change.At + Stands);
        if (!await store.CommitAsync(change, cancellation))
            return onDuty;
        // Counted as in hand already, so that the next in the queue goes to somebody else.
        return [.. onDuty.Select(agent => agent.Id == next.Id ? agent with { Buyers = agent.Buyers + 1 } : agent)];
    }
}
