using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Desk;

namespace ReplyBot.Desk;

/// <summary>Turns what the desk says into HTTP answers.</summary>
internal static class DeskAnswers
{
    private const string SecondsToRetry = "1";

    public static IResult UnknownConversation => Problems.NotFound("没有这个会话", "There is no conversation with this id.");

    public static IResult NotHeld => Problems.Of(StatusCodes.Status409Conflict, "您已不再接待这位买家，请重新接入", "You do not hold this conversation any more, or hold it under a newer epoch; accept it again.");

    /// <summary>The conversation as it is now, or why nothing was done.</summary>
    public static async Task<IResult> ConversationAsync(HttpContext http, DeskResult result, ConversationSummaries summaries) =>
        result is { Outcome: DeskOutcome.Done, Conversation: { } conversation }
            ? ConsoleJson.Answer(new { conversation = await summaries.OfAsync(conversation, http.RequestAborted) })
            : Refusal(http, result);

    /// <summary>Why nothing was done.</summary>
    public static IResult Refusal(HttpContext http, DeskResult result)
    {
        switch (result.Outcome)
        {
            case DeskOutcome.UnknownConversation:
                return UnknownConversation;
            case DeskOutcome.HeldByAnother:
                return Problems.Of(StatusCodes.Status409Conflict, "这位买家已由其他客服接待", "Another agent holds this conversation.");
            case DeskOutcome.AtCapacity:
                return Problems.Of(StatusCodes.Status409Conflict, "您接待的买家已满，请先结束或转交一位", "You hold as many conversations as one agent may; close or transfer one first.");
            case DeskOutcome.StaleEpoch:
                return NotHeld;
            case DeskOutcome.SuggestionSent:
                return Problems.Of(StatusCodes.Status409Conflict, "这条推荐已经发过了，请换一句说", "This suggestion was sent before; it is sent once.");
            case DeskOutcome.Blocked:
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, "这句话不能发给买家", "The draft guard found errors; see errors.", result.Findings.Select(FindingItem.Of));
            default:
                http.Response.Headers.RetryAfter = SecondsToRetry;
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "系统繁忙，请再试一次", "Others kept changing this conversation; try again.");
        }
    }
}
