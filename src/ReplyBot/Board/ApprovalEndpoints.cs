using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Serving;
using ReplyBot.Desk.Approvals;

namespace ReplyBot.Board;

/// <summary>What agents ask a supervisor to allow, and the answers: yes, no, or another amount within the policy.</summary>
internal static class ApprovalEndpoints
{
    private const int LongestNote = 500;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder board)
    {
        board.MapGet("/approvals", ListAsync);
        board.MapPost("/approvals/{id}/answer", AnswerAsync);
    }

    private static async Task<IResult> ListAsync(ApprovalStore approvals, AccountStore accounts, IServingBase serving, TimeProvider clock, CancellationToken cancellation)
    {
        var ceilings = serving.Current.Bundle.Content.Policy.Ceilings.ToLookup(ceiling => ceiling.Case, ceiling => ceiling.MaxYuan);
        var open = await ApprovalItem.OfAsync(await approvals.OpenAsync(cancellation), accounts, cancellation);
        var answered = await ApprovalItem.OfAsync(await approvals.AnsweredAsync(clock.GetUtcNow() - Lately, cancellation), accounts, cancellation);
        return ConsoleJson.Answer(new
        {
            open = open.Select(item => new { approval = item, maxYuan = ceilings[item.Case].Cast<decimal?>().FirstOrDefault() }),
            answered,
        });
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, string id, ApprovalStore approvals, AccountStore accounts, IServingBase serving)
    {
        var (request, problem) = await JsonBody.ReadAsync<AnswerRequest>(http);
        if (request is null)
            return problem!;
        if (await approvals.FindAsync(id, http.RequestAborted) is not { } approval)
            return ApprovalAnswers.Unknown;
        var errors = new FieldErrors();
        if (request.Granted is null)
            errors.Add("granted", "必须是 true 或 false / must be true or false");
        if (request.Note?.Length > LongestNote)
            errors.Add("note", $"最多 {LongestNote} 个字符 / at most {LongestNote} characters");
        // The policy may have changed since it was asked: what counts is the one of now.
        var yuan = request.Granted == true ? request.Yuan ?? approval.AskedYuan : 0;
        if (request.Granted == true)
            ApprovalCeiling.Check(errors, serving.Current.Bundle.Content.Policy, approval.Case, yuan);
        if (errors.Any)
            return Problems.Invalid(errors);
        var answer = new ApprovalAnswer(yuan, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), http.User.AccountId()!);
        if (!await approvals.AnswerAsync(approval, answer, http.RequestAborted))
            return ApprovalAnswers.AlreadyAnswered;
        var answered = await approvals.FindAsync(id, http.RequestAborted);
        return ConsoleJson.Answer(new { approval = (await ApprovalItem.OfAsync([answered!], accounts, http.RequestAborted))[0] });
    }

    private sealed record AnswerRequest(bool? Granted, decimal? Yuan, string? Note);
}
