using System.Text.RegularExpressions;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Editor.Files;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Text;

namespace ReplyBot.Editor.Scripts;

/// <summary>The list of scripts, one script, saving, adding and taking out.</summary>
internal static partial class ScriptEndpoints
{
    private const int LongestId = 80;

    private static readonly IResult Unknown = Problems.NotFound("没有这条话术", "There is no script with this id.");

    public static void Map(IEndpointRouteBuilder editor)
    {
        var group = editor.MapGroup("/scripts");
        group.MapGet("", ListAsync);
        group.MapGet("/matching", MatchingAsync);
        group.MapPost("", AddAsync);
        group.MapGet("/{id}", ReadAsync);
        group.MapPut("/{id}", SaveAsync);
        group.MapPost("/{id}/remove", RemoveAsync);
        editor.MapGet("/vocabulary", async (EditedFiles files, CancellationToken cancellation) =>
            ConsoleJson.Answer(ScriptVocabularyItem.Of((await files.ReadAsync(cancellation)).Content)));
    }

    private static async Task<IResult> ListAsync(
        EditedFiles files, ScriptUsageReader usages, ScriptHistory history, ShopClock shopClock, TimeProvider clock, CancellationToken cancellation)
    {
        var edited = await files.ReadAsync(cancellation);
        var usage = await usages.ReadAsync(cancellation);
        var published = await history.ReadAsync(cancellation);
        var now = shopClock.Local(clock.GetUtcNow());
        return ConsoleJson.Answer(new
        {
            items = edited.Content.Scripts.Select(script => ScriptRow.Of(
                script, edited, usage.GetValueOrDefault(script.Id, ScriptUsage.None), published.GetValueOrDefault(script.Id), now)),
            serverTime = now,
        });
    }

    /// <summary>The scripts in which every word of a query stands somewhere: in what is asked or said, in the id, a tag or the note.</summary>
    private static async Task<IResult> MatchingAsync(string? q, EditedFiles files, CancellationToken cancellation)
    {
        var words = Plain(q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scripts = (await files.ReadAsync(cancellation)).Content.Scripts;
        return ConsoleJson.Answer(new { ids = scripts.Where(script => Matches(script, words)).Select(script => script.Id) });
    }

    private static bool Matches(Script script, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = Plain(string.Join('\n', [script.Question, script.Id, script.Note ?? "", .. script.Tags, .. script.Variants, .. script.Wordings.Select(wording => wording.Text)]));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    private static string Plain(string text) => TextNormalizer.Default.Normalize(text);

    private static async Task<IResult> ReadAsync(string id, EditedFiles files, CancellationToken cancellation)
    {
        if (await files.FindAsync(id, cancellation) is not { } filed)
            return Unknown;
        var edited = await files.ReadAsync(cancellation);
        return ConsoleJson.Answer(ScriptItem.Of(filed, edited.FindingsByScript[id]));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, string id, EditedFiles files)
    {
        var (request, problem) = await JsonBody.ReadAsync<SaveRequest>(http);
        if (request is null)
            return problem!;
        if (request.Etag is null || request.Script is null)
            return Problems.Invalid(new FieldErrors().Require("etag", request.Etag).Require("script", request.Script is null ? null : "given"));
        if (await files.FindAsync(id, http.RequestAborted) is not { } filed)
            return Unknown;
        var (script, errors) = ScriptFormReader.Read(request.Script, id, filed.Script.Intent);
        if (errors.Any)
            return Problems.Invalid(errors);
        return Answer(await files.SaveAsync(script, request.Etag, http.RequestAborted));
    }

    private static async Task<IResult> AddAsync(HttpContext http, EditedFiles files)
    {
        var (request, problem) = await JsonBody.ReadAsync<NewScriptRequest>(http);
        if (request is null)
            return problem!;
        var intents = (await files.ReadAsync(http.RequestAborted)).Content.Taxonomy;
        var intent = intents.FirstOrDefault(intent => intent.Id == request.Intent);
        var (script, errors) = ScriptFormReader.Read(request.Script ?? new ScriptForm(), $"{intent?.Id}.{request.Name}", intent?.Id ?? "");
        if (intent is null)
            errors.Add("intent", "没有这个意图 / there is no such intent");
        if (request.Name is null || !NamePattern().IsMatch(request.Name) || script.Id.Length > LongestId)
            errors.Add("name", "用小写字母、数字和短横线 / use small letters, digits and hyphens");
        return errors.Any ? Problems.Invalid(errors) : Answer(await files.AddAsync(script, http.RequestAborted), StatusCodes.Status201Created);
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, string id, EditedFiles files)
    {
        var (request, problem) = await JsonBody.ReadAsync<RemoveRequest>(http);
        if (request is null)
            return problem!;
        var result = await files.RemoveAsync(id, request.Etag ?? "", http.RequestAborted);
        return result.Outcome == SaveOutcome.Saved ? Results.NoContent() : Answer(result);
    }

    private static IResult Answer(SaveResult result, int status = StatusCodes.Status200OK) => result.Outcome switch
    {
        SaveOutcome.Saved => ConsoleJson.Answer(new { etag = result.Filed!.Etag, id = result.Filed.Script.Id, file = result.Filed.File }, status),
        SaveOutcome.IdTaken => Problems.Invalid("name", "这个编号已经有了 / another script has this id"),
        SaveOutcome.Changed => Problems.Of(StatusCodes.Status409Conflict, "文件已被别人改过，您的修改还没有保存", "The file was changed by somebody else; nothing was saved."),
        SaveOutcome.Unreadable => Problems.Of(StatusCodes.Status422UnprocessableEntity, "这个文件里有写错的地方，请先在文件里改好", "The file has mistakes that must be mended in the file first."),
        _ => Unknown,
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex NamePattern();

    private sealed record SaveRequest(string? Etag, ScriptForm? Script);

    private sealed record NewScriptRequest(string? Intent, string? Name, ScriptForm? Script);

    private sealed record RemoveRequest(string? Etag);

    /// <summary>One script as the form takes it up.</summary>
    private sealed record ScriptItem(string Id, string Intent, string File, int Line, string Etag, ScriptForm Script, IReadOnlyList<ScriptFinding> Findings)
    {
        public static ScriptItem Of(FiledScript filed, IEnumerable<Finding> findings) => new(
            filed.Script.Id, filed.Script.Intent, filed.File, filed.Script.Source?.Script.Line ?? 1, filed.Etag, ScriptForm.Of(filed.Script),
            [.. findings.Select(ScriptFinding.Of)]);
    }
}
