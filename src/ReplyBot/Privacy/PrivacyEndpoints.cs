using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Audit;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Hosting;

namespace ReplyBot.Privacy;

/// <summary>Personal data: shown in full to who may see it, and deleted when the buyer asks; both are written into the audit log.</summary>
public static class PrivacyEndpoints
{
    /// <summary>How far back is looked, in messages.</summary>
    private const int MessagesRead = 200;

    /// <summary>Registers what deletes.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services.AddSingleton<BuyerErasure>().AddSingleton<Retention>().AddHostedService<RetentionService>();

    /// <summary>Maps <c>POST /api/privacy/conversations/{id}/unmask</c> and <c>POST /api/privacy/erase</c>.</summary>
    public static void MapPrivacy(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapConsoleGroup("/api/privacy");
        group.MapPost("/conversations/{id}/unmask", UnmaskAsync).RequireAuthorization(Policies.Desk);
        group.MapPost("/erase", EraseAsync).RequireAuthorization(Policies.Supervisor);
    }

    /// <summary>The personal facts of a conversation in full: to the agent who holds it, and to supervisors.</summary>
    private static async Task<IResult> UnmaskAsync(HttpContext http, string id, IConversationStore store, IServingBase serving, AuditLog audit)
    {
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return Problems.NotFound("没有这个会话", "There is no conversation with this id.");
        var account = http.User.AccountId()!;
        if (conversation.Handoff?.AgentId != account && !http.User.IsInRole(Roles.Supervisor))
            return Problems.Of(StatusCodes.Status403Forbidden, "只有接待中的客服和主管可以查看", "Only the agent who holds the conversation, and supervisors, may see this.");
        // Written first: what cannot be noted is not shown.
        await audit.WriteAsync(account, AuditActions.Unmasked, id, "", http.RequestAborted);
        var messages = await store.MessagesAsync(id, Math.Max(0, conversation.LastSeq - MessagesRead), MessagesRead, http.RequestAborted);
        var reader = serving.Current.Reader;
        return ConsoleJson.Answer(new
        {
            items = messages.Where(message => message.From == MessageAuthor.Buyer && message.Text.Length > 0)
                .SelectMany(message => reader.Read(message.Text).Slots.Where(slot => slot.IsPersonal).Select(slot => new { name = slot.Kind, value = slot.Value, message.Seq })),
        });
    }

    private static async Task<IResult> EraseAsync(HttpContext http, BuyerErasure erasure)
    {
        var (request, problem) = await JsonBody.ReadAsync<EraseRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("channel", request.Channel).Require("buyerId", request.BuyerId);
        if (errors.Any)
            return Problems.Invalid(errors);
        return ConsoleJson.Answer(new { conversations = await erasure.EraseAsync(http.User.AccountId()!, request.Channel!, request.BuyerId!, http.RequestAborted) });
    }
}
