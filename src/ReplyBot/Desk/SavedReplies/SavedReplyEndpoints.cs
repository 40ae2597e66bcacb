using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Desk.SavedReplies;

/// <summary>Sends a reply of a transcript to the editors' inbox.</summary>
internal static class SavedReplyEndpoints
{
    private const int LongestNote = 500;
    private const string AsksForAPerson = "chat.human";

    /// <summary>How far before the reply the buyer's question is looked for, in messages.</summary>
    private const int MessagesBefore = 20;

    public static void Map(IEndpointRouteBuilder desk) => desk.MapPost("/conversations/{id}/saved-replies", SaveAsync);

    private static async Task<IResult> SaveAsync(
        HttpContext http, string id, SavedReplyStore saved, IConversationStore store, IServingBase serving, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<SaveRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.Seq is not > 0)
            errors.Add("seq", "必须是消息编号 / must be a message's number");
        if (request.Note?.Length > LongestNote)
            errors.Add("note", $"最多 {LongestNote} 个字符 / at most {LongestNote} characters");
        if (errors.Any)
            return Problems.Invalid(errors);
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
            return DeskAnswers.UnknownConversation;
        var seq = request.Seq!.Value;
        var messages = await store.MessagesAsync(id, Math.Max(0, seq - MessagesBefore), MessagesBefore, http.RequestAborted);
        if (messages.FirstOrDefault(message => message.Seq == seq) is not { From: MessageAuthor.Agent, Kind: MessageKind.Message } reply)
            return Problems.Invalid("seq", "只能收藏客服发出的回复 / must be a reply that an agent sent");
        var reader = serving.Current.Reader;
        // What the buyer wrote last before the reply, without other agents' words in between. Whoever only asked for a person had asked before.
        var newestFirst = messages.Where(message => message.Seq < seq && message.ForBuyer).Reverse().ToList();
        var question = Asked(newestFirst.Where(message => message.From != MessageAuthor.Buyer || reader.Read(message.Text).Intent.Top.Id != AsksForAPerson));
        if (question.Length == 0)
            question = Asked(newestFirst);
        var now = clock.GetUtcNow();
        var kept = new SavedReply(
            Guid.CreateVersion7(now).ToString("N"), id, seq, conversation.Channel,
            PersonalDataMask.Of(reader.Read(question)), PersonalDataMask.Of(reader.Read(reply.Text)), PersonalDataMask.Of(request.Note?.Trim() ?? ""),
            reply.ScriptId, http.User.AccountId()!, now);
        return ConsoleJson.Answer(new { added = await saved.SaveAsync(kept, http.RequestAborted) });
    }

    private static string Asked(IEnumerable<Message> newestFirst) => string.Join('\n', newestFirst
        .SkipWhile(message => message.From != MessageAuthor.Buyer).TakeWhile(message => message.From == MessageAuthor.Buyer)
        .Reverse().Select(message => message.Text).Where(text => text.Length > 0));

    private sealed record SaveRequest(long? Seq, string? Note);
}
