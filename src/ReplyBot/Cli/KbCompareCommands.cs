using System.CommandLine;
using System.Globalization;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Serving;

namespace ReplyBot.Cli;

/// <summary><c>kb diff</c> and <c>kb gate</c>: what a base says differently, and what that would do to answers.</summary>
internal static class KbCompareCommands
{
    private const int Shown = 20;

    /// <summary>Compares two bases.</summary>
    public static Command Diff(FolderOptions folders)
    {
        const string Bases = "published、staged、files 或已发布版本号的开头 / published, staged, files, or the beginning of a published version";
        var before = new Argument<string>("before") { Description = Bases, DefaultValueFactory = _ => "published" };
        var after = new Argument<string>("after") { Description = Bases, DefaultValueFactory = _ => "files" };
        var command = new Command("diff", """
            比较两个版本的话术 / compare two bases

            Examples:
              replybot kb diff                       what is published against the files
              replybot kb diff published staged
            """) { before, after };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var old = await FindAsync(workspace, parsed.GetValue(before)!, cancellation);
            var current = await FindAsync(workspace, parsed.GetValue(after)!, cancellation);
            Write(BundleDiff.Compare(old, current));
            return 0;
        });
        return command;
    }

    /// <summary>Replays questions against the published and the staged base.</summary>
    public static Command Gate(FolderOptions folders)
    {
        var command = new Command("gate", "用标准问和买家最近的提问对比已发布与待发布的版本；不通过时退出码 1 / replay standard questions and recent messages against the published and the staged base; exit code 1 when it does not pass");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var staged = await StagedAsync(workspace, cancellation);
            var report = await RunAsync(workspace, staged, cancellation);
            Write(report);
            return report.Passes ? 0 : 1;
        });
        return command;
    }

    /// <summary>Runs the gate over a bundle that is to be published.</summary>
    public static async Task<ReplayReport> RunAsync(Workspace workspace, ScriptBundle staged, CancellationToken cancellation)
    {
        var model = await workspace.Models.EnsureAsync(cancellation);
        var publication = await workspace.Published.CurrentAsync(cancellation);
        var published = publication is null ? null : (await workspace.Published.ReadAsync(publication, cancellation)).Bundle;
        var gate = new PublishGate(workspace.Database, workspace.Preparation, model, TimeProvider.System);
        return await workspace.Display.RunAsync("回放提问 Replaying questions", progress => gate.CompareAsync(published, staged, progress, cancellation));
    }

    /// <summary>The base that was built and waits to be published.</summary>
    public static async Task<ScriptBundle> StagedAsync(Workspace workspace, CancellationToken cancellation)
    {
        if (!File.Exists(workspace.Folders.StagedBase))
            throw new CannotRunException("没有待发布的版本，请先运行 kb build / nothing is staged; run `kb build` first");
        var staged = ScriptBundle.Read(await File.ReadAllBytesAsync(workspace.Folders.StagedBase, cancellation));
        return staged.Bundle ?? throw new CannotRunException($"待发布的版本损坏，请重新运行 kb build / the staged base is damaged; run `kb build` again: {staged.Problem}");
    }

    /// <summary>Shows a gate's report.</summary>
    public static void Write(ReplayReport report)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Questions} 个提问，可答 {report.CoverageBefore:P1} → {report.CoverageAfter:P1} / {report.Questions} questions, answered {report.CoverageBefore:P1} → {report.CoverageAfter:P1}"));
        Write("不再能答 no longer answered", report.Lost);
        Write("新能答 newly answered", report.Gained);
        Write("答法改变 answered otherwise", report.Changed);
        Write("标准问或约定的提问没有得到该有的回答 standard or golden questions not answered as they must be", report.GoldenMissed);
        foreach (var script in report.Forbidden)
            Console.WriteLine($"  ✗ 违禁 forbidden words: {script}");
        Console.WriteLine(report.Passes ? "通过 passed" : "不通过 not passed");
    }

    private static void Write(string title, IReadOnlyList<ReplayChange> changes)
    {
        if (changes.Count == 0)
            return;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {changes.Count}"));
        foreach (var change in changes.Take(Shown))
            Console.WriteLine($"  {change.Question}  {change.Before ?? "-"} → {change.After ?? "-"}");
    }

    private static void Write(BundleDiff diff)
    {
        foreach (var script in diff.Added)
            Console.WriteLine($"+ {script.Id}  {script.Question}");
        foreach (var script in diff.Removed)
            Console.WriteLine($"- {script.Id}  {script.Question}");
        foreach (var change in diff.Changed)
        {
            Console.WriteLine($"~ {change.After.Id}");
            WriteLines(Lines(change.Before), Lines(change.After));
        }
        foreach (var part in diff.OtherParts)
            Console.WriteLine($"~ [{part}]");
        if (diff.IsEmpty)
            Console.WriteLine("没有差别 no difference");
    }

    private static void WriteLines(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var line in before.Except(after))
            Console.WriteLine($"    - {line}");
        foreach (var line in after.Except(before))
            Console.WriteLine($"    + {line}");
    }

    private static List<string> Lines(Script script) =>
    [
        $"question: {script.Question}",
        $"send: {ScriptVocabulary.SendModes[(int)script.Send]}",
        .. script.Variants.Select(variant => $"variant: {variant}"),
        .. script.Wordings.Select(wording => wording.Simpler ? $"wording (simpler): {wording.Text}" : $"wording: {wording.Text}"),
    ];

    private static async Task<ScriptBundle> FindAsync(Workspace workspace, string name, CancellationToken cancellation)
    {
        switch (name)
        {
            case "staged":
                return await StagedAsync(workspace, cancellation);
            case "files":
                var files = KnowledgeFiles.Check(workspace.Folders.KnowledgeBase);
                return files.Base is { } knowledge
                    ? ScriptBundle.From(knowledge)
                    : throw new CannotRunException($"话术库读不出来，请先运行 kb lint / the files cannot be read; see `kb lint`:\n{files.FirstErrors()}");
        }
        var history = await workspace.Published.ListAsync(1000, cancellation);
        var publication = history.FirstOrDefault(entry => name == "published" || entry.Hash.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CannotRunException($"找不到版本 {name} / there is no version {name}");
        var reading = await workspace.Published.ReadAsync(publication, cancellation);
        return reading.Bundle ?? throw new CannotRunException($"版本 {name} 损坏 / version {name} is damaged: {reading.Problem}");
    }
}
