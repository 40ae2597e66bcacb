using System.Globalization;
using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Desk.Approvals;
using ReplyBot.Desk.Live;
using ReplyBot.Desk.SavedReplies;

namespace ReplyBot.Desk;

/// <summary>Lists of conversations, one conversation with cases like it, and taking, declining, returning and closing it.</summary>
internal static class ConversationEndpoints
{
    private const int MostRows = 500;
    private const int UsualRows = 100;
    private const int MostMessages = 2000;
    private const int LongestTag = 50;
    private const int LongestNote = 2000;

    private static readonly string[] Outcomes = ["solved", "unsolved", "other"];

    public static void Map(IEndpointRouteBuilder desk)
    {
        var group = desk.MapGroup("/conversations");
        group.MapGet("", ListAsync);
        group.MapGet("/{id}", ReadAsync);
        group.MapGet("/{id}/messages", MessagesAsync);
        group.MapPost("/{id}/accept", AcceptAsync);
        group.MapPost("/{id}/decline", DeclineAsync);
        group.MapGet("/{id}/cases", CasesAsync);
        group.MapPost("/{id}/return", ReturnAsync);
        group.MapPost("/{id}/transfer", TransferAsync);
        group.MapPost("/{id}/close", CloseAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, string? scope, string? take, IConversationStore store, ConversationSummaries summaries, TimeProvider clock)
    {
        if (!Enum.TryParse<ConversationScope>(scope ?? "all", ignoreCase: true, out var which) || !Enum.IsDefined(which))
            return Problems.Invalid("scope", "只能是 waiting、mine 或 all / must be waiting, mine or all");
        if (!Number(take, UsualRows, out var rows))
            return Problems.Invalid("take", "必须是整数 / must be a whole number");
        // The time goes along so that the page counts waiting times by the server's clock; taken first, it is never ahead of the rows.
        var serverTime = clock.GetUtcNow();
        var found = await store.ListAsync(which, http.User.AccountId(), (int)Math.Clamp(rows, 1, MostRows), http.RequestAborted);
        return ConsoleJson.Answer(new { items = await summaries.OfAsync(found, http.RequestAborted), serverTime });
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, string id, IConversationStore store, ConversationSummaries summaries, BuyerContextReader reader,
        TranscriptView view, ApprovalStore approvals, SavedReplyStore saved, AccountStore accounts)
    {
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return DeskAnswers.UnknownConversation;
        var messages = await store.MessagesAsync(id, Math.Max(0, conversation.LastSeq - MostMessages), MostMessages, http.RequestAborted);
        return ConsoleJson.Answer(new
        {
            conversation = await summaries.OfAsync(conversation, http.RequestAborted),
            messages = await view.ShowAsync(http.User, conversation, messages, http.RequestAborted),
            suggestions = await store.SuggestionsAsync(id, http.RequestAborted),
            context = await reader.ReadAsync(conversation, messages, http.RequestAborted),
            approvals = await ApprovalItem.OfAsync(await approvals.OfAsync(id, http.RequestAborted), accounts, http.RequestAborted),
            saved = await saved.SavedAsync(id, http.RequestAborted),
        });
    }

    private static async Task<IResult> MessagesAsync(HttpContext http, string id, string? after, IConversationStore store, TranscriptView view)
    {
        if (!Number(after, 0, out var watermark) || watermark < 0)
            return Problems.Invalid("after", "必须是不小于 0 的整数 / must be a whole number, at least 0");
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return DeskAnswers.UnknownConversation;
        IReadOnlyList<Message> messages = await store.MessagesAsync(id, watermark, MostMessages, http.RequestAborted);
        return ConsoleJson.Answer(new
        {
            messages = await view.ShowAsync(http.User, conversation, messages, http.RequestAborted),
            watermark = messages.Count > 0 ? messages[^1].Seq : Math.Min(watermark, conversation.LastSeq),
        });
    }

    private static async Task<IResult> AcceptAsync(
        HttpContext http, string id, AgentDesk desk, PresenceStore presence, ConversationSummaries summaries, TimeProvider clock)
    {
        var agent = http.User.Agent();
        var here = await presence.FindAsync(agent.Id, http.RequestAborted);
        if (here.IsAway(clock.GetUtcNow()))
        {
            return here.AwayReason == AwayReason.Bulletins
                ? Problems.Of(StatusCodes.Status409Conflict, "有未读的平台规则公告，确认后再接新买家", "There are bulletins to be read before you take new buyers.")
                : Problems.Of(StatusCodes.Status409Conflict, "您在小休中，恢复接待后再接新买家", "You are on a break; come back before you take new buyers.");
        }
        return await DeskAnswers.ConversationAsync(http, await desk.AcceptAsync(id, agent, http.RequestAborted), summaries);
    }

    private static async Task<IResult> DeclineAsync(HttpContext http, string id, AgentDesk desk, ConversationSummaries summaries) =>
        await DeskAnswers.ConversationAsync(http, await desk.DeclineAsync(id, http.User.Agent(), http.RequestAborted), summaries);

    private static async Task<IResult> CasesAsync(HttpContext http, string id, string? intent, IConversationStore store, SimilarCases cases)
    {
        if (string.IsNullOrEmpty(intent))
            return Problems.Invalid("intent", "不能为空 / must not be empty");
        return await store.FindAsync(id, http.RequestAborted) is { } conversation
            ? ConsoleJson.Answer(new { items = await cases.ReadAsync(conversation, intent, http.RequestAborted) })
            : DeskAnswers.UnknownConversation;
    }

    private static async Task<IResult> ReturnAsync(HttpContext http, string id, AgentDesk desk, ConversationSummaries summaries)
    {
        var (request, problem) = await JsonBody.ReadAsync<EpochRequest>(http);
        if (request is null)
            return problem!;
        if (request.Epoch is not { } epoch)
            return Problems.Invalid("epoch", "不能为空 / must not be empty");
        return await DeskAnswers.ConversationAsync(http, await desk.ReturnAsync(id, http.User.Agent(), epoch, http.RequestAborted), summaries);
    }

    private static async Task<IResult> TransferAsync(HttpContext http, string id, AgentDesk desk, AccountStore accounts, PresenceStore presence, ConversationSummaries summaries, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<TransferRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.Epoch is null)
            errors.Add("epoch", "不能为空 / must not be empty");
        if (string.IsNullOrWhiteSpace(request.Note) || request.Note.Length > LongestNote)
            errors.Add("note", $"须为 1 到 {LongestNote} 个字符 / must have 1 to {LongestNote} characters");
        if (request.ToAgentId is { } to && (to == http.User.AccountId() || await accounts.FindAsync(to, http.RequestAborted) is not { DisabledAt: null }))
            errors.Add("toAgentId", "没有这位同事 / no such colleague");
        else if (request.ToAgentId is { } chosen && (await presence.FindAsync(chosen, http.RequestAborted)).IsAway(clock.GetUtcNow()))
            errors.Add("toAgentId", "这位同事在小休，不接新买家 / this colleague is on a break and takes no new buyers");
        if (errors.Any)
            return Problems.Invalid(errors);
        var transferred = await desk.TransferAsync(id, http.User.Agent(), request.Epoch!.Value, request.ToAgentId, request.Note!, http.RequestAborted);
        return await DeskAnswers.ConversationAsync(http, transferred, summaries);
    }

    private static async Task<IResult> CloseAsync(HttpContext http, string id, AgentDesk desk, ConversationSummaries summaries)
    {
        var (request, problem) = await JsonBody.ReadAsync<CloseRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.Epoch is null)
            errors.Add("epoch", "不能为空 / must not be empty");
        if (!Outcomes.Contains(request.Outcome))
            errors.Add("outcome", "只能是 solved、unsolved 或 other / must be solved, unsolved or other");
        if (request.Tag?.Length > LongestTag)
            errors.Add("tag", $"最多 {LongestTag} 个字符 / at most {LongestTag} characters");
        if (errors.Any)
            return Problems.Invalid(errors);
        var closed = await desk.CloseAsync(id, http.User.Agent(), request.Epoch!.Value, request.Outcome!, request.Tag, http.RequestAborted);
        return await DeskAnswers.ConversationAsync(http, closed, summaries);
    }

    private static bool Number(string? text, long usual, out long number)
    {
        number = usual;
        return text is null || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
