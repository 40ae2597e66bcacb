using System.Text.Json;
using ReplyBot.Accounts;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Desk.Approvals;

namespace ReplyBot.Desk;

/// <summary>Makes the rows of the console's lists from conversations, their promises and the agents' names.</summary>
public sealed class ConversationSummaries(IConversationStore store, AccountStore accounts, ApprovalStore approvals)
{
    /// <summary>The row of one conversation.</summary>
    public async Task<ConversationSummary> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        var promises = await store.OpenPromisesAsync(conversation.Id, cancellation);
        var agent = conversation.Handoff?.AgentId is { } id ? await accounts.FindAsync(id, cancellation) : null;
        var asks = (await approvals.OfAsync(conversation.Id, cancellation)).Any(approval => approval.State == ApprovalState.Open);
        return Row(conversation, promises, agent?.DisplayName ?? NameOfOutsideDesk(conversation), asks);
    }

    /// <summary>The rows of many conversations, in their order.</summary>
    public async Task<IReadOnlyList<ConversationSummary>> OfAsync(IReadOnlyList<Conversation> conversations, CancellationToken cancellation)
    {
        if (conversations.Count == 0)
            return [];
        var promises = (await store.OpenPromisesAsync(cancellation)).ToLookup(promise => promise.ConversationId, StringComparer.Ordinal);
        var asking = (await approvals.OpenAsync(cancellation)).Select(approval => approval.ConversationId).ToHashSet(StringComparer.Ordinal);
        var names = (await accounts.ListAsync(cancellation)).ToDictionary(account => account.Id, account => account.DisplayName);
        return [.. conversations.Select(conversation => Row(
            conversation,
            [.. promises[conversation.Id]],
            conversation.Handoff?.AgentId is { } id ? names.GetValueOrDefault(id) ?? NameOfOutsideDesk(conversation) : null,
            asking.Contains(conversation.Id)))];
    }

    private static ConversationSummary Row(Conversation conversation, IReadOnlyList<WaitingPromise> promises, string? agentName, bool asksApproval)
    {
        var handoff = conversation.Handoff;
        // What a waiting buyer wants is often not the last thing said (转人工, and the bot's own holding reply after it): the list shows it all.
        var asked = handoff is { IsWaiting: true, Summary: { Length: > 0 } summary }
            && (conversation.LastFrom == MessageAuthor.Bot || summary.EndsWith(conversation.LastText ?? "", StringComparison.Ordinal)) ? summary : null;
        return new ConversationSummary(
            conversation.Id,
            conversation.Channel,
            new BuyerItem(conversation.BuyerId, conversation.BuyerName),
            conversation.State,
            handoff?.AgentId is { } agentId ? new AgentItem(agentId, agentName ?? agentId) : null,
            conversation.Epoch,
            handoff is { IsWaiting: true } ? handoff.OpenedAt : null,
            handoff?.Reason,
            asked ?? conversation.LastText,
            asked is null ? conversation.LastFrom : MessageAuthor.Buyer,
            conversation.LastAt,
            conversation.State != ConversationState.Closed && (conversation.LastFrom == MessageAuthor.Buyer || promises.Count > 0),
            promises.Min(promise => (DateTimeOffset?)promise.Deadline),
            promises.Max(promise => promise.AlarmedAt ?? promise.RemindedAt),
            Name(conversation.Memory.Emotion),
            Name(conversation.Memory.Stage),
            Name(conversation.Memory.Lane),
            asksApproval,
            handoff?.OfferedTo,
            handoff?.OfferedUntil);
    }

    private static string? NameOfOutsideDesk(Conversation conversation) =>
        conversation.Handoff?.AgentId == OutsideDesk.Agent.Id ? OutsideDesk.Agent.DisplayName : null;

    private static string? Name(string? remembered) => remembered is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(remembered);
}
