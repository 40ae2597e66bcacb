using System.CommandLine;
using System.Globalization;
using ReplyBot.Audit;
using ReplyBot.Storage.Backup;

namespace ReplyBot.Cli;

/// <summary><c>data</c>: back up, restore and check the database.</summary>
internal static class DataCommand
{
    public static Command Create(FolderOptions folders) => new("data", """
        数据：备份、恢复、检查（程序运行时也可以）/ the data: back up, restore, check, also while the program runs

        The backup is one file with everything that was said, promised, published and counted, from SQLite or PostgreSQL, and can be
        restored to either. Models and indexes are not in it: the program makes them anew. Restoring brings back neither sessions nor
        old passwords, roles and keys, nor buyers who were deleted since.

        Examples:
          replybot data backup shop-2026-05-01.db
          replybot data restore shop-2026-05-01.db --replace
          replybot data check
        """)
    {
        Backup(folders),
        Restore(folders),
        Check(folders),
    };

    private static Command Backup(FolderOptions folders)
    {
        var file = FileArgument();
        var command = new Command("backup", "备份到一个文件 / write a backup to a file") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            await new DataBackup(workspace.Database).WriteAsync(path, cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已备份 / backed up: {path} ({new FileInfo(path).Length / 1024.0:0} KB)"));
            return 0;
        });
        return command;
    }

    private static Command Restore(FolderOptions folders)
    {
        var file = FileArgument();
        var replace = new Option<bool>("--replace") { Description = "替换数据库里已有的数据 / put the backup in the place of what the database holds" };
        var command = new Command("restore", "从备份恢复，要么全部恢复，要么不变；恢复后请重启程序 / restore a backup, all or nothing; restart the program afterwards") { file, replace };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var rows = await new DataBackup(workspace.Database).RestoreAsync(Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(replace), cancellation);
            await new AuditLog(workspace.Database, TimeProvider.System).WriteAsync(AuditLog.CommandLine, AuditActions.Restored, Path.GetFileName(parsed.GetValue(file)!), "", cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已恢复 {rows} 行，请重启运行中的程序 / restored {rows} rows; restart a running program"));
            return 0;
        });
        return command;
    }

    private static Command Check(FolderOptions folders)
    {
        var command = new Command("check", "检查数据是否完好一致；有问题时退出码 1 / check that the data are sound and fit together; exit code 1 when not");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var findings = await new DataCheck(workspace.Database).RunAsync(cancellation);
            foreach (var finding in findings)
                Console.WriteLine(finding);
            if (findings.Count == 0)
                Console.WriteLine("数据完好 / the data are sound");
            return findings.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Argument<string> FileArgument() => new("file") { Description = "备份文件 / the backup file", HelpName = "FILE" };
}
