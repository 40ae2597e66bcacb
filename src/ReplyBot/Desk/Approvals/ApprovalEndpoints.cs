using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Desk.Approvals;

/// <summary>Asking the supervisor from within a conversation, and taking it back.</summary>
internal static class ApprovalEndpoints
{
    private const int LongestReason = 500;

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/approval-cases", Cases);
        desk.MapPost("/conversations/{id}/approvals", AskAsync);
        desk.MapPost("/conversations/{id}/approvals/{approvalId}/withdraw", WithdrawAsync);
    }

    /// <summary>The cases of the policy, for the agent to choose from.</summary>
    private static IResult Cases(IServingBase serving) =>
        ConsoleJson.Answer(new { items = serving.Current.Bundle.Content.Policy.Ceilings.Select(ceiling => new { ceiling.Case, ceiling.Intent, ceiling.MaxYuan, ceiling.Approver }) });

    private static async Task<IResult> AskAsync(
        HttpContext http, string id, ApprovalStore approvals, AccountStore accounts, IConversationStore store, IServingBase serving, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<AskRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("case", request.Case).Require("reason", request.Reason);
        if (request.Reason?.Length > LongestReason)
            errors.Add("reason", $"最多 {LongestReason} 个字符 / at most {LongestReason} characters");
        if (!string.IsNullOrWhiteSpace(request.Case))
            ApprovalCeiling.Check(errors, serving.Current.Bundle.Content.Policy, request.Case, request.Yuan);
        if (errors.Any)
            return Problems.Invalid(errors);
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return DeskAnswers.UnknownConversation;
        var agent = http.User.Agent();
        if (conversation.State != ConversationState.Assigned || conversation.Handoff?.AgentId != agent.Id)
            return DeskAnswers.NotHeld;
        var now = clock.GetUtcNow();
        var approval = new Approval(Guid.CreateVersion7(now).ToString("N"), id, request.Case!, request.Yuan!.Value, PersonalDataMask.Of(request.Reason!.Trim()), agent.Id, now);
        return await approvals.AskAsync(approval, http.RequestAborted)
            ? ConsoleJson.Answer(new { approval = (await ApprovalItem.OfAsync([approval], accounts, http.RequestAborted))[0] }, StatusCodes.Status201Created)
            : Problems.Of(StatusCodes.Status409Conflict, "已有一个请示在等主管答复", "This conversation has an open request already; wait for its answer or take it back.");
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, string id, string approvalId, ApprovalStore approvals)
    {
        if (await approvals.FindAsync(approvalId, http.RequestAborted) is not { } approval || approval.ConversationId != id)
            return ApprovalAnswers.Unknown;
        var account = http.User.AccountId()!;
        if (approval.AskedBy != account)
            return Problems.Of(StatusCodes.Status403Forbidden, "只有提出请示的客服可以撤回", "Only the agent who asked may take a request back.");
        return await approvals.AnswerAsync(approval, new ApprovalAnswer(null, null, account), http.RequestAborted) ? Results.NoContent() : ApprovalAnswers.AlreadyAnswered;
    }

    private sealed record AskRequest(string? Case, decimal? Yuan, string? Reason);
}
