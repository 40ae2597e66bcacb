using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Channels;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Desk;

/// <summary>Sending a reply, showing the buyer that one is typed, and checking a draft.</summary>
internal static class SendingEndpoints
{
    private const int LongestText = 8000;
    private const int LongestClientId = 64;

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapPost("/conversations/{id}/send", SendAsync);
        desk.MapPost("/conversations/{id}/typing", TypingAsync);
        desk.MapPost("/check", CheckAsync);
    }

    private static async Task<IResult> SendAsync(HttpContext http, string id, AgentDesk desk, DraftGuard guard, IConversationStore store, ScriptItems scripts)
    {
        var (request, problem) = await JsonBody.ReadAsync<SendRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("text", request.Text).Require("clientId", request.ClientId);
        if (request.Epoch is null)
            errors.Add("epoch", "不能为空 / must not be empty");
        if (request.Text?.Length > LongestText)
            errors.Add("text", $"最多 {LongestText} 个字符 / at most {LongestText} characters");
        if (request.ClientId?.Length > LongestClientId)
            errors.Add("clientId", $"最多 {LongestClientId} 个字符 / at most {LongestClientId} characters");
        if (errors.Any)
            return Problems.Invalid(errors);
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return DeskAnswers.UnknownConversation;
        // What the desk itself cannot know: whose the orders, names and addresses are that the reply gives.
        var others = await guard.OtherBuyersAsync(conversation, request.Text!, http.RequestAborted);
        if (others.Any(finding => finding.Severity == Severity.Error))
            return DeskAnswers.Refusal(http, new DeskResult(DeskOutcome.Blocked, conversation, null, others));
        var reply = new AgentReply(id, http.User.Agent(), request.Epoch!.Value, request.Text!, request.ClientId!, request.SuggestionId)
        {
            ScriptId = request.ScriptId is { } script && scripts.Content.FindScript(script) is not null ? script : null,
            ApprovedYuan = await guard.ApprovedYuanAsync(id, http.RequestAborted),
        };
        var result = await desk.SendAsync(reply, http.RequestAborted);
        return result is { Outcome: DeskOutcome.Done, Message: { } message }
            ? ConsoleJson.Answer(new { message = MessageItem.Of(message, result.Conversation) })
            : DeskAnswers.Refusal(http, result);
    }

    private static async Task<IResult> TypingAsync(HttpContext http, string id, IConversationStore store, TypingSignals typing)
    {
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return DeskAnswers.UnknownConversation;
        // Only the agent who talks with the buyer is shown typing; others may look on.
        var agent = http.User.Agent();
        if (conversation.Handoff?.AgentId == agent.Id)
            typing.AgentTypes(id, agent.DisplayName);
        return Results.NoContent();
    }

    private static async Task<IResult> CheckAsync(HttpContext http, IServingBase serving, DraftGuard guard, IConversationStore store)
    {
        var (request, problem) = await JsonBody.ReadAsync<CheckRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("channel", request.Channel);
        if (request.Text is null)
            errors.Add("text", "不能为空 / must not be empty");
        if (errors.Any)
            return Problems.Invalid(errors);
        var conversation = request.ConversationId is { } id ? await store.FindAsync(id, http.RequestAborted) : null;
        var findings = conversation is null
            ? serving.Current.Guard.Check(request.Text!, request.Channel!)
            : await guard.CheckAsync(conversation, request.Text!, http.RequestAborted);
        return ConsoleJson.Answer(new { findings = findings.Select(FindingItem.Of) });
    }
}
