using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Editor.Files;
using ReplyBot.Editor.Scripts;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Checking;

/// <summary>What lint says of a script as it is typed, and how it would read on each platform.</summary>
internal static class CheckEndpoints
{
    public static void Map(IEndpointRouteBuilder editor) => editor.MapPost("/check", CheckAsync);

    private static async Task<IResult> CheckAsync(HttpContext http, EditedFiles files, ShopClock shopClock, TimeProvider clock)
    {
        var (request, problem) = await JsonBody.ReadAsync<CheckRequest>(http);
        if (request is null)
            return problem!;
        var edited = await files.ReadLatelyAsync(http.RequestAborted);
        // What is still missing while somebody types is left to saving; here only what is there is looked at.
        var (draft, _) = ScriptFormReader.Read(request.Script ?? new ScriptForm(), request.Id ?? "", request.Intent ?? "");
        var today = DateOnly.FromDateTime(shopClock.Local(clock.GetUtcNow()).DateTime);
        var facts = await PreviewFacts.GatherAsync(edited.Content, draft.Question, http.User.Agent().DisplayName, shopClock, clock, http.RequestAborted);
        return ConsoleJson.Answer(new { findings = DraftCheck.Check(edited, draft, today), preview = Preview(edited, draft, facts) });
    }

    private static List<PlatformPreview> Preview(EditedBase edited, Script draft, PreviewFacts facts)
    {
        var wordings = draft.Wordings.Select(wording => SlotTemplate.Parse(wording.Text).Render(facts.Lookup)).ToList();
        return [.. ScriptVocabulary.Channels.Select(channel => new PlatformPreview(
            channel,
            edited.Content.Platforms.FirstOrDefault(platform => platform.Id == channel)?.Names is [var name, ..] ? name : channel,
            draft.When.AllowsChannel(channel),
            [.. wordings.Select(rendered => new WordingPreview(rendered.Text, rendered.Unfilled, Forbidden(edited.Guard, rendered, channel)))]))];
    }

    /// <summary>What may not be said on this platform; open slots are told by themselves.</summary>
    private static List<BilingualText> Forbidden(OutboundGuard guard, Rendered rendered, string channel) =>
        rendered.IsComplete
            ? [.. guard.Forbidding(rendered.Text, channel).Select(finding => new BilingualText(finding.MessageZh, finding.MessageEn))]
            : [];

    private sealed record CheckRequest(string? Id, string? Intent, ScriptForm? Script);

    /// <summary>How a script reads on a platform.</summary>
    private sealed record PlatformPreview(string Channel, string Name, bool Allowed, IReadOnlyList<WordingPreview> Wordings);

    private sealed record WordingPreview(string Text, IReadOnlyList<string> Unfilled, IReadOnlyList<BilingualText> Forbidden);
}
