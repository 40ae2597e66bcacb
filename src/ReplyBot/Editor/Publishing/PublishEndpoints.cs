using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Editor.Files;
using ReplyBot.Editor.Scripts;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Publishing;

/// <summary>What publishing would change, publishing, who published what when, and going back.</summary>
internal static class PublishEndpoints
{
    private const int PublicationsShown = 50;
    private const int FindingsShown = 200;

    private static readonly IResult NotReadable = Problems.Of(StatusCodes.Status409Conflict, "这个版本损坏，不能使用", "This version is damaged and cannot be used.");

    public static void Map(IEndpointRouteBuilder editor)
    {
        editor.MapGet("/staged", StagedAsync);
        editor.MapGet("/staged/replay", async (ReplayOfQuestions replay, CancellationToken cancellation) => ConsoleJson.Answer(await replay.RunAsync(cancellation)));
        editor.MapGet("/publications", HistoryAsync);
        editor.MapPost("/publications", PublishAsync);
        editor.MapPost("/publications/{id}/restore", RestoreAsync);
    }

    private static async Task<IResult> StagedAsync(EditedFiles files, PublishedBaseStore published, CancellationToken cancellation)
    {
        var edited = await files.ReadAsync(cancellation);
        var staged = ScriptBundle.From(edited.Content);
        var current = await published.CurrentAsync(cancellation);
        var before = current is null ? null : (await published.ReadAsync(current, cancellation)).Bundle;
        var diff = BundleDiff.Compare(before ?? ScriptBundle.From(new Knowledge.KnowledgeBase()), staged);
        return ConsoleJson.Answer(new
        {
            hash = staged.Hash,
            scripts = staged.Content.Scripts.Count,
            current = current is null ? null : PublicationItem.Of(current),
            errors = edited.Findings.Count(finding => finding.Severity == Severity.Error),
            warnings = edited.Findings.Count(finding => finding.Severity == Severity.Warning),
            findings = edited.Findings.OrderBy(finding => finding.Severity).Take(FindingsShown).Select(ScriptFinding.Of),
            changes = BaseChanges.OfScripts(diff),
            parts = diff.OtherParts,
        });
    }

    private static async Task<IResult> HistoryAsync(PublishedBaseStore published, CancellationToken cancellation) =>
        ConsoleJson.Answer(new { items = (await published.ListAsync(PublicationsShown, cancellation)).Select(PublicationItem.Of) });

    private static async Task<IResult> PublishAsync(HttpContext http, EditedFiles files, PublishedBaseStore published, ReplayOfQuestions replay)
    {
        var (request, problem) = await JsonBody.ReadAsync<PublishRequest>(http);
        if (request is null)
            return problem!;
        var edited = await files.ReadAsync(http.RequestAborted);
        if (edited.HasErrors)
            return Problems.Of(StatusCodes.Status409Conflict, "话术库有错误，不能发布", "The base has errors and cannot be published.");
        var staged = ScriptBundle.From(edited.Content);
        // What is published is what was looked at.
        if (staged.Hash != request.Hash)
            return Problems.Of(StatusCodes.Status409Conflict, "文件刚刚又有改动，请看过新的改动再发布", "The files have changed since they were looked at.");
        if (!(await replay.RunAsync(http.RequestAborted)).Passes)
            return Problems.Of(StatusCodes.Status409Conflict, "用买家最近的问题试过，有话术违反平台规则，不能发布", "Replayed questions would be answered with words that break a platform's rules.");
        if ((await published.CurrentAsync(http.RequestAborted))?.Hash != staged.Hash)
            await published.PublishAsync(staged, http.RequestAborted, http.User.Agent().DisplayName);
        return ConsoleJson.Answer(PublicationItem.Of((await published.CurrentAsync(http.RequestAborted))!));
    }

    private static async Task<IResult> RestoreAsync(HttpContext http, long id, PublishedBaseStore published)
    {
        if (await published.FindAsync(id, http.RequestAborted) is not { } earlier)
            return Problems.NotFound("没有这个版本", "There is no such version.");
        if ((await published.ReadAsync(earlier, http.RequestAborted)).Bundle is not { } bundle)
            return NotReadable;
        if ((await published.CurrentAsync(http.RequestAborted))?.Hash != bundle.Hash)
            await published.PublishAsync(bundle, http.RequestAborted, http.User.Agent().DisplayName);
        return ConsoleJson.Answer(PublicationItem.Of((await published.CurrentAsync(http.RequestAborted))!));
    }

    private sealed record PublishRequest(string? Hash);

    private sealed record PublicationItem(long Id, string Hash, DateTimeOffset PublishedAt, string? PublishedBy)
    {
        public static PublicationItem Of(Publication publication) => new(publication.Id, publication.Hash, publication.PublishedAt, publication.PublishedBy);
    }
}
