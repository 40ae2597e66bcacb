using System.CommandLine;
using System.Globalization;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Exchange;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Serving;
using ReplyBot.Storage;

namespace ReplyBot.Cli;

/// <summary><c>kb import</c> and <c>kb export</c>: scripts from and to spreadsheets.</summary>
internal static class KbExchangeCommands
{
    /// <summary>Brings a table of scripts or quick phrases in, all or nothing.</summary>
    public static Command Import(FolderOptions folders)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV（UTF-8 或 GB18030）或 XLSX / a CSV (UTF-8 or GB18030) or XLSX file" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只看会怎样，不写入 / show what would come in and write nothing" };
        var command = new Command("import", """
            导入话术表或快捷短语（分组、快捷短语、快捷编码）到话术库文件 / bring a table of scripts or quick phrases into the files

            Examples:
              replybot kb import phrases.xlsx --dry-run
              replybot kb import phrases.csv
            """) { file, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var table = parsed.GetValue(file)!;
            if (!table.Exists)
                throw new CannotRunException($"找不到文件 {table.FullName} / there is no file {table.FullName}");
            if (table.Length > SheetReader.MaxBytes)
                throw new CannotRunException(string.Create(CultureInfo.InvariantCulture, $"文件超过 {SheetReader.MaxBytes / 1048576} MB / the file is larger than {SheetReader.MaxBytes / 1048576} MB"));
            var knowledge = ReadFiles(workspace);
            var model = await workspace.Models.EnsureAsync(cancellation);
            var plan = ScriptImport.Plan(await File.ReadAllBytesAsync(table.FullName, cancellation), knowledge, text => ImportGuess.Of(model.Classify(text)));
            Write(table.Name, plan);
            if (!plan.IsClean)
                return 1;
            if (!parsed.GetValue(dryRun))
                ScriptImport.Apply(workspace.Folders.KnowledgeBase, plan);
            return 0;
        });
        return command;
    }

    /// <summary>Writes all scripts of the files into a table.</summary>
    public static Command Export(FolderOptions folders)
    {
        var file = new Argument<FileInfo>("file") { Description = "要写的 .csv 或 .xlsx / the .csv or .xlsx file to write" };
        var command = new Command("export", """
            把话术库文件导出成表格 / write the scripts of the files into a table

            Example:
              replybot kb export scripts.xlsx
            """) { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var target = parsed.GetValue(file)!;
            var scripts = ReadFiles(workspace).Scripts;
            var bytes = target.Extension.ToUpperInvariant() switch
            {
                ".CSV" => ScriptExport.ToCsv(scripts),
                ".XLSX" => ScriptExport.ToXlsx(scripts),
                _ => throw new CannotRunException($"不认识的文件类型 {target.Extension}，请用 .csv 或 .xlsx / unknown kind of file {target.Extension}; use .csv or .xlsx"),
            };
            SafeFile.Write(target.FullName, stream => stream.Write(bytes));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已导出 {scripts.Count} 条话术到 {target.FullName} / wrote {scripts.Count} scripts to {target.FullName}"));
            return 0;
        });
        return command;
    }

    private static KnowledgeBase ReadFiles(Workspace workspace)
    {
        var files = KnowledgeFiles.Check(workspace.Folders.KnowledgeBase);
        return files.Base ?? throw new CannotRunException($"话术库读不出来，请先运行 kb lint / the files cannot be read; see `kb lint`:\n{files.FirstErrors()}");
    }

    private static void Write(string name, ImportPlan plan)
    {
        foreach (var problem in plan.Problems)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}:{problem.Row}:{problem.Column}: {(problem.Severity == Severity.Error ? "error" : "warning")} {problem.Code}: {problem.MessageZh} / {problem.MessageEn}{(problem.Fix is { } fix ? $" → {fix}" : "")}"));
        }
        foreach (var script in plan.Added)
            Console.WriteLine($"+ {script.Id}  {script.Question}");
        foreach (var script in plan.Changed)
            Console.WriteLine($"~ {script.Id}  {script.Question}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"新增 {plan.Added.Count}，改变 {plan.Changed.Count}，不变 {plan.Unchanged.Count}，问题 {plan.Problems.Count}{(plan.IsClean ? "" : "；有错误，什么都没有写入")} / {plan.Added.Count} new, {plan.Changed.Count} changed, {plan.Unchanged.Count} unchanged, {plan.Problems.Count} problems{(plan.IsClean ? "" : "; nothing was written")}"));
    }
}
