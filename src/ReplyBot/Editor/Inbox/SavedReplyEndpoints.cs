using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Desk;
using ReplyBot.Desk.SavedReplies;

namespace ReplyBot.Editor.Inbox;

/// <summary>Replies that agents saved, for an editor to make scripts of.</summary>
internal static class SavedReplyEndpoints
{
    public static void Map(IEndpointRouteBuilder editor)
    {
        editor.MapGet("/inbox/saved-replies", ListAsync);
        editor.MapPost("/inbox/saved-replies/{id}/decide", DecideAsync);
    }

    private static async Task<IResult> ListAsync(SavedReplyStore saved, AccountStore accounts, CancellationToken cancellation)
    {
        var open = await saved.OpenAsync(cancellation);
        var names = (await accounts.ListAsync(cancellation)).ToDictionary(account => account.Id, account => account.DisplayName);
        return ConsoleJson.Answer(new
        {
            items = open.Select(reply => new
            {
                reply.Id,
                reply.Channel,
                reply.Question,
                reply.Reply,
                reply.Note,
                reply.ScriptId,
                savedBy = new AgentItem(reply.SavedBy, names.GetValueOrDefault(reply.SavedBy, reply.SavedBy)),
                reply.SavedAt,
            }),
        });
    }

    private static async Task<IResult> DecideAsync(HttpContext http, string id, SavedReplyStore saved)
    {
        var (request, problem) = await JsonBody.ReadAsync<DecideRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.Outcome is null)
            errors.Add("outcome", "不能为空 / must not be empty");
        if (request.Outcome is SavedReplyOutcome.Script or SavedReplyOutcome.Variant)
            errors.Require("scriptId", request.ScriptId);
        if (errors.Any)
            return Problems.Invalid(errors);
        return await saved.DecideAsync(id, request.Outcome!.Value, request.ScriptId, http.User.AccountId()!, http.RequestAborted)
            ? Results.NoContent()
            : Problems.NotFound("没有这条回复，或者已经处理过", "There is no such saved reply, or it was decided before.");
    }

    private sealed record DecideRequest(SavedReplyOutcome? Outcome, string? ScriptId);
}
