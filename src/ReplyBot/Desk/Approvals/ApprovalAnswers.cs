using ReplyBot.Accounts.Http;

namespace ReplyBot.Desk.Approvals;

/// <summary>Refusals about requests for approval.</summary>
internal static class ApprovalAnswers
{
    public static IResult Unknown => Problems.NotFound("没有这个请示", "There is no request with this id.");

    public static IResult AlreadyAnswered => Problems.Of(StatusCodes.Status409Conflict, "这个请示已经答复过或已撤回", "This request was answered or taken back before.");
}
