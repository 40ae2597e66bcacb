using ReplyBot.Accounts;

namespace ReplyBot.Desk.Approvals;

/// <summary>A request for approval as pages show it.</summary>
internal sealed record ApprovalItem(
    string Id, string ConversationId, string Case, decimal AskedYuan, string Reason, AgentItem AskedBy, DateTimeOffset AskedAt,
    ApprovalState State, decimal? GrantedYuan, string? Note, AgentItem? AnsweredBy, DateTimeOffset? AnsweredAt)
{
    /// <summary>The items of requests, with the names of those who asked and answered.</summary>
    public static async Task<IReadOnlyList<ApprovalItem>> OfAsync(IReadOnlyList<Approval> approvals, AccountStore accounts, CancellationToken cancellation)
    {
        if (approvals.Count == 0)
            return [];
        var names = (await accounts.ListAsync(cancellation)).ToDictionary(account => account.Id, account => account.DisplayName);
        AgentItem Agent(string id) => new(id, names.GetValueOrDefault(id, id));
        return [.. approvals.Select(approval => new ApprovalItem(
            approval.Id, approval.ConversationId, approval.Case, approval.AskedYuan, approval.Reason, Agent(approval.AskedBy), approval.AskedAt,
            approval.State, approval.GrantedYuan, approval.Note, approval.AnsweredBy is { } by ? Agent(by) : null, approval.AnsweredAt))];
    }
}
