using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Desk;

/// <summary>Promises to come back to a buyer later: made by the agent who has the buyer, listed, done and taken back by any.</summary>
internal static class FollowUpEndpoints
{
    private const int LongestNote = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/follow-ups", ListAsync);
        desk.MapPost("/conversations/{id}/follow-ups", PlanAsync);
        desk.MapPost("/follow-ups/{id}/cancel", (HttpContext http, string id, AgentDesk agents) => SettleAsync(http, id, ContactOutcome.Cancelled, agents));
        desk.MapPost("/follow-ups/{id}/done", (HttpContext http, string id, AgentDesk agents) => SettleAsync(http, id, ContactOutcome.Answered, agents));
    }

    private static async Task<IResult> ListAsync(IConversationStore store, AccountStore accounts, CancellationToken cancellation)
    {
        var items = new List<FollowUpItem>();
        var names = (await accounts.ListAsync(cancellation)).ToDictionary(account => account.Id, account => account.DisplayName, StringComparer.Ordinal);
        foreach (var contact in await store.PlannedContactsAsync(null, null, cancellation))
            if (await store.FindAsync(contact.ConversationId, cancellation) is { } conversation)
                items.Add(FollowUpItem.Of(contact, conversation, contact.AgentId is { } agent ? new AgentItem(agent, names.GetValueOrDefault(agent, agent)) : null));
        return ConsoleJson.Answer(new { items });
    }

    private static async Task<IResult> PlanAsync(HttpContext http, string id, AgentDesk desk, IServingBase serving, IConversationStore store, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<FollowUpRequest>(http);
        if (request is null)
            return problem!;
        var now = clock.GetUtcNow();
        var errors = new FieldErrors();
        if (request.Epoch is null)
            errors.Add("epoch", "不能为空 / must not be empty");
        if (request.DueAt is not { } due || due <= now || due > now + Longest)
            errors.Add("dueAt", "须在现在之后、90 天之内 / must be after now and within 90 days");
        if (string.IsNullOrWhiteSpace(request.Note) || request.Note.Length > LongestNote)
            errors.Add("note", $"须为 1 到 {LongestNote} 个字符 / must have 1 to {LongestNote} characters");
        if (request.ScriptId is { } script && serving.Current.Bundle.Content.FindScript(script) is null)
            errors.Add("scriptId", "没有这条话术 / no such script");
        if (errors.Any)
            return Problems.Invalid(errors);
        var result = await desk.PlanContactAsync(id, http.User.Agent(), request.Epoch!.Value, request.DueAt!.Value.ToUniversalTime(), request.Note!, request.ScriptId, http.RequestAborted);
        if (result.Outcome != DeskOutcome.Done)
            return DeskAnswers.Refusal(http, result);
        var planned = (await store.PlannedContactsAsync(id, null, http.RequestAborted)).OrderByDescending(contact => contact.At).First();
        return ConsoleJson.Answer(new { followUp = FollowUpItem.Of(planned, result.Conversation!, new AgentItem(http.User.Agent().Id, http.User.Agent().DisplayName)) }, StatusCodes.Status201Created);
    }

    private static async Task<IResult> SettleAsync(HttpContext http, string id, ContactOutcome outcome, AgentDesk desk)
    {
        var result = await desk.SettleContactAsync(id, outcome, http.User.Agent(), http.RequestAborted);
        return result.Outcome switch
        {
            DeskOutcome.Done => Results.NoContent(),
            DeskOutcome.UnknownConversation => Problems.NotFound("没有这个待办回访", "There is no open follow-up with this id."),
            _ => DeskAnswers.Refusal(http, result),
        };
    }

    /// <summary>A promise as the console lists it; without an agent where it follows from a script that the bot said.</summary>
    private sealed record FollowUpItem(string Id, string ConversationId, BuyerItem Buyer, AgentItem? Agent, DateTimeOffset DueAt, string? ScriptId, string Note, DateTimeOffset At)
    {
        public static FollowUpItem Of(PlannedContact contact, Conversation conversation, AgentItem? agent) => new(
            contact.Id, contact.ConversationId, new BuyerItem(conversation.BuyerId, conversation.BuyerName), agent, contact.DueAt, contact.ScriptId, contact.Note, contact.At);
    }
}
