using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Evaluation;
using ReplyBot.Intent.Lint;
using ReplyBot.Intent.Training;
using ReplyBot.SuggestionsApi;

namespace ReplyBot.Cli;

/// <summary><c>intent</c>: train, evaluate and promote the model that recognises intents.</summary>
internal static class IntentCommand
{
    public static Command Create(FolderOptions folders) => new("intent", """
        意图模型：检查语料、训练、评估、上线 / the intent model: lint its utterances, train, evaluate, promote

        Examples:
          replybot intent lint
          replybot intent train
          replybot intent eval --utterances labelled.tsv     text, accepted intent ids separated by |
          replybot intent promote
        """)
    {
        Lint(folders),
        Train(folders),
        Evaluate(folders),
        Promote(folders),
    };

    private static Command Lint(FolderOptions folders)
    {
        var sentences = new Option<bool>("--sentences") { Description = "也列出只有名词、数字、语气词不同的句子 / also list lines that differ only by nouns, numbers and particles" };
        var command = new Command("lint", "检查语料：无法使用、重复、意图冲突、不同意图下几乎相同；有前三种时退出码 1 / check the utterances: unusable, twice, labelled in two ways, nearly the same under two intents; exit code 1 for the first three") { sentences };
        command.SetAction(parsed =>
        {
            var report = UtteranceLint.Check(folders.Of(parsed).KnowledgeBase);
            foreach (var finding in report.Findings.Where(finding => finding.Fault != UtteranceFault.SameSentence || parsed.GetValue(sentences)))
                Console.WriteLine(finding.Message);
            foreach (var (intent, count) in report.SentencesByIntent)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {intent} {count}"));
            var counts = report.Findings.CountBy(finding => finding.Fault).ToDictionary();
            var unusable = counts.GetValueOrDefault(UtteranceFault.Unusable);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{report.SentencesByIntent.Values.Sum()} 个不同的句子，{unusable} 处错误，{counts.GetValueOrDefault(UtteranceFault.NearlyElsewhere)} 处不同意图几乎相同，{counts.GetValueOrDefault(UtteranceFault.SameSentence)} 处同句 / different sentences, lines to mend, nearly the same under two intents, the same sentence again"));
            return unusable > 0 ? 1 : 0;
        });
        return command;
    }

    private static Command Train(FolderOptions folders)
    {
        var command = new Command("train", "用语料训练一个待上线的模型 / train a staged model from the utterances");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var data = TrainingSet.Read(workspace.Folders.KnowledgeBase);
            if (data.Set is not { } set)
            {
                foreach (var problem in data.Problems)
                    Console.WriteLine(problem);
                return 1;
            }
            var model = await workspace.Models.TrainAsync(set, cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"用 {set.Utterances.Count} 句语料训练完成，用 intent eval 比较，用 intent promote 上线 / trained on {set.Utterances.Count} utterances; compare with intent eval, promote with intent promote"));
            WriteMetrics(model.Info);
            return 0;
        });
        return command;
    }

    private static Command Evaluate(FolderOptions folders)
    {
        var utterances = new Option<FileInfo>("--utterances")
        {
            Description = "标注好的语料：每行 文本<Tab>意图（多个用 | 分隔），首行可为表头，多列时取首列与末列 / labelled lines: text, tab, accepted intent ids separated by |; of more columns the first and the last count",
            HelpName = "FILE",
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = "输出 JSON / print JSON" };
        var command = new Command("eval", "在标注语料上比较待上线与在用的模型 / compare the staged model with the active one on labelled utterances") { utterances, json };
        command.SetAction((parsed, cancellation) =>
        {
            var programFolders = folders.Of(parsed);
            var file = parsed.GetValue(utterances)!;
            if (!file.Exists)
                throw new CannotRunException($"找不到文件 {file.FullName} / there is no file {file.FullName}");
            var labelled = ReadLabelled(file.FullName);
            var reports = new Dictionary<string, EvaluationReport>();
            foreach (var (name, path) in new[] { ("active", programFolders.ActiveModel), ("staged", programFolders.StagedModel) })
                if (IntentModel.Read(path).Model is { } model)
                    reports[name] = IntentEvaluation.Evaluate(model, labelled) with { CrossValidated = model.Info.Metrics };
            if (reports.Count == 0)
                throw new CannotRunException("还没有模型，请先运行 intent train / there is no model; run `intent train` first");
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(reports, SuggestJson.Options));
            else
                foreach (var (name, report) in reports)
                    Console.WriteLine($"[{name}]\n{report}");
            return Task.FromResult(0);
        });
        return command;
    }

    private static Command Promote(FolderOptions folders)
    {
        var back = new Option<bool>("--back") { Description = "退回上一个模型 / go back to the model before" };
        var force = new Option<bool>("--force") { Description = "即使交叉验证变差也上线 / promote it even if cross-validation got worse" };
        var command = new Command("promote", "让待上线的模型上线；运行中的程序立即换用；变差时拒绝 / make the staged model the active one; a running program uses it at once; a worse one is refused") { back, force };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            if (!parsed.GetValue(back) && !parsed.GetValue(force) && workspace.Models.LossesOfPromoting() is { Count: > 0 } losses)
            {
                foreach (var (metric, loss) in losses)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {metric} -{loss:P1}"));
                Console.WriteLine("交叉验证的指标变差，没有上线；确定要上线请加 --force / worse by cross-validation: not promoted; add --force if you mean it");
                return 1;
            }
            var model = parsed.GetValue(back) ? workspace.Models.RollBack() : workspace.Models.Promote();
            Console.WriteLine("已上线 / promoted");
            WriteMetrics(model.Info);
            return 0;
        });
        return command;
    }

    private static List<LabelledUtterance> ReadLabelled(string path)
    {
        var labelled = new List<LabelledUtterance>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var columns = line.Split('\t');
            if (line.Length == 0 || (number == 1 && columns[0] == "text"))
                continue;
            if (columns.Length < 2)
                throw new CannotRunException($"{path}:{number}: 缺少制表符分隔的意图 / no tab and intent");
            labelled.Add(new LabelledUtterance(columns[0], columns[^1].Split('|')));
        }
        return labelled;
    }

    private static void WriteMetrics(ModelInfo info)
    {
        foreach (var (name, value) in info.Metrics)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name} {value:0.0000}"));
    }
}
