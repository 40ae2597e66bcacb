using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;

namespace ReplyBot.Editor.Playground;

/// <summary>The playground: asks like a buyer and shows what the bot makes of it. Nothing is stored and nobody is told.</summary>
internal static class PlaygroundEndpoints
{
    private const int LongestText = 2000;
    private const int ScriptsShown = 8;

    public static void Map(IEndpointRouteBuilder editor) => editor.MapPost("/playground", AskAsync);

    private static async Task<IResult> AskAsync(
        HttpContext http, IServingBase serving, PlaygroundBases bases, ReplyAdvisor advisor, ChannelSettings channels, ShopClock shopClock, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<PlaygroundRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("text", request.Text).Require("channel", request.Channel);
        if (request.Text?.Length > LongestText)
            errors.Add("text", $"最多 {LongestText} 个字符 / at most {LongestText} characters");
        if (request.Against is not ("published" or "files"))
            errors.Add("against", "只能是 published 或 files / must be published or files");
        if (errors.Any)
            return Problems.Invalid(errors);
        var asked = request.Against == "files" ? await bases.OfFilesAsync(http.RequestAborted) : serving.Current;
        var now = shopClock.Local(clock.GetUtcNow());
        var memory = ConversationMemory.Empty with { Misses = request.Misses is > 0 ? 1 : 0 };
        var advice = advisor.Advise(asked, request.Text!, new AdviceContext(request.Channel!, now, memory) { Top = ScriptsShown });
        var facts = new SlotFacts(asked.Bundle.Content, null, null, request.Text!, default, now) { AgentName = http.User.Agent().DisplayName };
        return ConsoleJson.Answer(PlaygroundAnswer.Of(asked, advice, facts, channels.ThresholdsOf(request.Channel!)));
    }

    /// <summary>A question to try.</summary>
    /// <param name="Text">What the buyer writes.</param>
    /// <param name="Channel">Where.</param>
    /// <param name="Misses">Whether the bot has missed once already.</param>
    /// <param name="Against">What is asked: the <c>published</c> base, or the <c>files</c> as they are.</param>
    private sealed record PlaygroundRequest(string? Text, string? Channel, int? Misses, string? Against);
}
