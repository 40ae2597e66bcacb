using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Audit;
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
        editor.MapGet("/staged/replay", ReplayAsync);
        editor.MapGet("/publications", HistoryAsync);
        editor.MapPost("/publications", PublishAsync);
        editor.MapPost("/publications/{id}/restore", RestoreAsync);
    }

    private static async Task<IResult> StagedAsync(EditedFiles files, PublishedBaseStore published, CancellationToken cancellation)
    {
        var edited = await files.ReadAsync(cancellation);
        var staged = ScriptBundle.From(edited.Content);
        var current = await published.CurrentAsync(cancellation);
        var before = (current is null ? null : (await published.ReadAsync(current, cancellation)).Bundle) ?? ScriptBundle.From(new Knowledge.KnowledgeBase());
        var diff = BundleDiff.Compare(before, staged);
        return ConsoleJson.Answer(new
        {
            hash = staged.Hash,
            scripts = staged.Content.Scripts.Count,
            current = current is null ? null : PublicationItem.Of(current),
            errors = edited.Findings.Count(finding => finding.Severity == Severity.Error),
            warnings = edited.Findings.Count(finding => finding.Severity == Severity.Warning),
            findings = edited.Findings.OrderBy(finding => finding.Severity).Take(FindingsShown).Select(ScriptFinding.Of),
            changes = BaseChanges.OfScripts(diff),
            parts = PartChanges.Of(before.Content, staged.Content, diff.OtherParts),
        });
    }

    private static async Task<IResult> HistoryAsync(PublishedBaseStore published, CancellationToken cancellation) =>
        ConsoleJson.Answer(new { items = (await published.ListAsync(PublicationsShown, cancellation)).Select(PublicationItem.Of) });

    private static async Task<IResult> PublishAsync(HttpContext http, EditedFiles files, PublishedBaseStore published, StagedGate gate, AuditLog audit)
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
        if (!(await gate.CompareAsync(staged, http.RequestAborted)).Passes)
            return Problems.Of(StatusCodes.Status409Conflict, "回放没有通过，不能发布，请先看回放结果", "The replay did not pass; see what it found.");
        return ConsoleJson.Answer(await MakeCurrentAsync(http, published, audit, staged, AuditActions.Published));
    }

    private static async Task<IResult> RestoreAsync(HttpContext http, long id, PublishedBaseStore published, AuditLog audit)
    {
        if (await published.FindAsync(id, http.RequestAborted) is not { } earlier)
            return Problems.NotFound("没有这个版本", "There is no such version.");
        if ((await published.ReadAsync(earlier, http.RequestAborted)).Bundle is not { } bundle)
            return NotReadable;
        return ConsoleJson.Answer(await MakeCurrentAsync(http, published, audit, bundle, AuditActions.RolledBack));
    }

    /// <summary>Publishes a bundle that is not served already, and notes who did it.</summary>
    private static async Task<PublicationItem> MakeCurrentAsync(HttpContext http, PublishedBaseStore published, AuditLog audit, ScriptBundle bundle, string action)
    {
        var editor = http.User.Agent();
        if ((await published.CurrentAsync(http.RequestAborted))?.Hash != bundle.Hash)
        {
            await published.PublishAsync(bundle, http.RequestAborted, editor.DisplayName);
            await audit.WriteAsync(editor.Id, action, bundle.Hash, "", http.RequestAborted);
        }
        return PublicationItem.Of((await published.CurrentAsync(http.RequestAborted))!);
    }

    private static async Task<IResult> ReplayAsync(EditedFiles files, StagedGate gate, CancellationToken cancellation) =>
        ConsoleJson.Answer(await gate.CompareAsync(ScriptBundle.From((await files.ReadAsync(cancellation)).Content), cancellation));

    private sealed record PublishRequest(string? Hash);

    private sealed record PublicationItem(long Id, string Hash, DateTimeOffset PublishedAt, string? PublishedBy)
    {
        public static PublicationItem Of(Publication publication) => new(publication.Id, publication.Hash, publication.PublishedAt, publication.PublishedBy);
    }
}
