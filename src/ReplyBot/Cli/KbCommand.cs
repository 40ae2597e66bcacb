using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReplyBot.Audit;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Serving;
using ReplyBot.Storage;
using ReplyBot.SuggestionsApi;

namespace ReplyBot.Cli;

/// <summary><c>kb</c>: check, build, publish, roll back and search the script base.</summary>
internal static class KbCommand
{
    public static Command Create(FolderOptions folders) => new("kb", """
        话术库：检查、构建、发布、回退、搜索 / the script base: lint, build, publish, roll back, search

        Examples:
          replybot kb lint
          replybot kb build && replybot kb publish
          replybot kb search 发货要多久
        """)
    {
        Lint(folders),
        Build(folders),
        Publish(folders),
        Rollback(folders),
        KbSearchCommand.Create(folders),
        KbTrainCommand.Create(folders),
        KbCompareCommands.Diff(folders),
        KbCompareCommands.Gate(folders),
        KbExchangeCommands.Import(folders),
        KbExchangeCommands.Export(folders),
    };

    private static Command Lint(FolderOptions folders)
    {
        var format = new Option<string>("--format") { Description = "text 或 json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("lint", """
            检查话术库，语料另用 intent lint 检查；有错误时退出码 1，无法运行时 2 / check the script base, utterances by intent lint; exit code 1 when there are errors, 2 when it cannot run

            Examples:
              replybot kb lint
              replybot kb lint --format json > findings.json
            """) { format };
        command.SetAction(parsed =>
        {
            var files = Check(folders.Of(parsed));
            if (parsed.GetValue(format) == "json")
                Console.WriteLine(JsonSerializer.Serialize(files.Findings, SuggestJson.Options));
            else
                WriteFindings(files);
            return files.HasErrors ? 1 : 0;
        });
        return command;
    }

    private static Command Build(FolderOptions folders)
    {
        var command = new Command("build", """
            检查并构建，结果待发布 / check and build; the result waits to be published

            Example:
              replybot kb build && replybot kb publish
            """);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var files = Check(workspace.Folders);
            if (files.HasErrors || files.Base is not { } knowledge)
            {
                WriteFindings(files);
                return 1;
            }
            var bundle = ScriptBundle.From(knowledge);
            SafeFile.Write(workspace.Folders.StagedBase, stream => stream.Write(bundle.Bytes.Span));
            await workspace.Preparation.BuildIndexAsync(bundle);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已构建 {knowledge.Scripts.Count} 条话术，版本 {bundle.Hash[..12]}，用 kb publish 发布 / built {knowledge.Scripts.Count} scripts, version {bundle.Hash[..12]}; publish it with kb publish"));
            return 0;
        });
        return command;
    }

    private static Command Publish(FolderOptions folders)
    {
        var command = new Command("publish", """
            发布构建好的版本；运行中的程序立即换用 / publish what was built; a running program serves it at once

            Example:
              replybot kb build && replybot kb publish
            """);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var bundle = await KbCompareCommands.StagedAsync(workspace, cancellation);
            if ((await workspace.Published.CurrentAsync(cancellation))?.Hash == bundle.Hash)
            {
                Console.WriteLine($"版本 {bundle.Hash[..12]} 已在使用 / version {bundle.Hash[..12]} is served already");
                return 0;
            }
            var report = await KbCompareCommands.RunAsync(workspace, bundle, cancellation);
            if (!report.Passes)
            {
                KbCompareCommands.Write(report);
                return 1;
            }
            await workspace.Published.PublishAsync(bundle, cancellation);
            await NoteAsync(workspace, AuditActions.Published, bundle, cancellation);
            Console.WriteLine($"已发布版本 {bundle.Hash[..12]} / published version {bundle.Hash[..12]}");
            return 0;
        });
        return command;
    }

    private static Command Rollback(FolderOptions folders)
    {
        var command = new Command("rollback", """
            退回上一个发布的版本 / go back to the version published before

            Example:
              replybot kb rollback
            """);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var history = await workspace.Published.ListAsync(100, cancellation);
            var earlier = history.FirstOrDefault(publication => publication.Hash != history[0].Hash)
                ?? throw new CannotRunException("没有可以退回的版本 / there is no earlier version to go back to");
            var reading = await workspace.Published.ReadAsync(earlier, cancellation);
            if (reading.Bundle is not { } bundle)
                throw new CannotRunException($"上一个版本损坏 / the earlier version is damaged: {reading.Problem}");
            await workspace.Published.PublishAsync(bundle, cancellation);
            await NoteAsync(workspace, AuditActions.RolledBack, bundle, cancellation);
            Console.WriteLine($"已退回版本 {bundle.Hash[..12]} / back at version {bundle.Hash[..12]}");
            return 0;
        });
        return command;
    }

    private static Task NoteAsync(Workspace workspace, string action, ScriptBundle bundle, CancellationToken cancellation) =>
        new AuditLog(workspace.Database, TimeProvider.System).WriteAsync(AuditLog.CommandLine, action, bundle.Hash, "", cancellation);

    private static CheckedFiles Check(ProgramFolders folders) =>
        Directory.Exists(folders.KnowledgeBase)
            ? KnowledgeFiles.Check(folders.KnowledgeBase)
            : throw new CannotRunException($"找不到话术库目录 {folders.KnowledgeBase}，用 --knowledge-base 指定 / there is no folder {folders.KnowledgeBase}; name it with --knowledge-base");

    private static void WriteFindings(CheckedFiles files)
    {
        foreach (var finding in files.Findings)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{finding.File}:{finding.Line}:{finding.Column}: {(finding.Severity == Severity.Error ? "error" : "warning")} {finding.Code}: {finding.MessageZh} / {finding.MessageEn}{(finding.Fix is { } fix ? $" → {fix}" : "")}"));
        }
        var errors = files.Findings.Count(finding => finding.Severity == Severity.Error);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{files.Base?.Scripts.Count ?? 0} 条话术，{errors} 个错误，{files.Findings.Count - errors} 个提醒 / {files.Base?.Scripts.Count ?? 0} scripts, {errors} errors, {files.Findings.Count - errors} warnings"));
    }
}
