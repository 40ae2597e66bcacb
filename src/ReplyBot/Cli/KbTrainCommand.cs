using System.CommandLine;
using System.Globalization;
using ReplyBot.Intent;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;
using ReplyBot.Serving;
using ReplyBot.Storage;

namespace ReplyBot.Cli;

/// <summary><c>kb train</c>: learn how scripts are ranked.</summary>
internal static class KbTrainCommand
{
    public static Command Create(FolderOptions folders)
    {
        var force = new Option<bool>("--force") { Description = "没有变好也写入 / write the weights even where they are no better" };
        var command = new Command("train", """
            从相似问和客服的采纳记录学习排序，写入话术库的 ranking/weights.yaml / learn ranking from the variants and from what agents adopted, into ranking/weights.yaml

            Example:
              replybot kb train && replybot kb build && replybot kb publish
            """) { force };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var files = KnowledgeFiles.Check(workspace.Folders.KnowledgeBase);
            if (files.HasErrors || files.Base is not { } knowledge)
                throw new CannotRunException($"话术库有错误，请先运行 kb lint / the script base has errors; see `kb lint`:\n{files.FirstErrors()}");
            var bundle = ScriptBundle.From(knowledge with { Ranking = null });
            var model = await workspace.Models.EnsureAsync(cancellation);
            var record = new AdoptionRecord(workspace.Database, TimeProvider.System);
            var rates = await record.RatesAsync(cancellation);
            var adopted = await record.AdoptedAsync(cancellation);
            var reader = ServingPreparation.ReaderOf(bundle, model);
            var training = await workspace.Display.RunAsync("学习排序 Learning to rank", progress => Task.Run(() => RankingTrainer.Train(
                bundle, ScriptIndexBuilder.Build(bundle), text => Ask(reader.Read(text), rates), adopted, progress), cancellation));

            Write("人工权重 weights by hand", training.Before);
            Write("学到的权重 weights learned", training.After);
            if (training.After.First < training.Before.First && !parsed.GetValue(force))
            {
                Console.WriteLine("没有变好，未写入 / no better, nothing written");
                return 1;
            }
            var path = Path.Combine(workspace.Folders.KnowledgeBase, RankingFile.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(RankingFile.Write(training.Weights))))
                SafeFile.Write(path, stream => text.CopyTo(stream));
            Console.WriteLine($"已写入 / written to {path}");
            return 0;
        });
        return command;
    }

    private static ScriptQuery Ask(Understanding read, IReadOnlyDictionary<string, double> rates) => new(read.Text, TimeProvider.System.GetUtcNow())
    {
        Emotion = ScriptVocabulary.Emotions[(int)read.Emotion.Label],
        Buyers = [.. read.BuyerTypes.Select(evidence => ScriptVocabulary.Buyers[(int)evidence.Type])],
        IntentConfidences = read.Intent.Ranked.ToDictionary(scored => scored.Id, scored => scored.Confidence),
        Adoption = rates,
    };

    private static void Write(string title, RankingFigures figures) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{title}: 第一 first {figures.First:P1}, 前三 top three {figures.TopThree:P1}, 意图 intent {figures.Intent:P1}"));
}
