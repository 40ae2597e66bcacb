using System.Diagnostics;
using System.Globalization;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Evaluation;
using ReplyBot.Intent.Training;

// Trains on a knowledge base, measures on labelled files, times classification.
// usage: ReplyBot.Intent.Bench KNOWLEDGE_BASE MODEL_FILE [LABELLED.tsv …]   (an existing model file of the same data is used as it is)
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (knowledgeBase, modelFile, labelledFiles) = (args[0], args[1], args[2..]);
var reading = TrainingSet.Read(knowledgeBase);
foreach (var problem in reading.Problems.Take(20))
    Console.WriteLine(problem);
Console.WriteLine($"{reading.Problems.Count} problems");
if (reading.Set is not { } set)
    return 1;

var clock = Stopwatch.StartNew();
var model = IntentModel.Read(modelFile).Model;
if (model?.Info.DataHash != set.Hash)
{
    clock.Restart();
    model = IntentTrainer.Train(set, new TrainingOptions(), new StepPrinter(clock), CancellationToken.None);
    Console.WriteLine($"trained on {set.Utterances.Count} utterances in {clock.Elapsed.TotalSeconds:0.0} s");
    using (var file = File.Create(modelFile))
        model.Save(file);
    clock.Restart();
    model = IntentModel.Read(modelFile).Model!;
}

Console.WriteLine($"read {new FileInfo(modelFile).Length / 1e6:0.0} MB in {clock.ElapsedMilliseconds} ms");
foreach (var (name, value) in model.Info.Metrics)
    Console.WriteLine($"{name} {value:0.####}");

foreach (var path in labelledFiles)
{
    LabelledUtterance[] labelled = [.. File.ReadLines(path).Select(line => line.Split('\t'))
        .Where(columns => columns is [not "text", _, ..]).Select(columns => new LabelledUtterance(columns[0], columns[^1].Split('|')))];
    Console.WriteLine($"== {path}\n{IntentEvaluation.Evaluate(model, labelled)}");
    string[] texts = [.. labelled.Select(utterance => utterance.Text)];
    var reader = new UtteranceReader(model, ProductNames.None);
    Speed.Measure("classify the intent", texts, text => model.Classify(text));
    Speed.Measure("read everything", texts, text => reader.Read(text));
}

return 0;

internal sealed class StepPrinter(Stopwatch clock) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:0.0} s {value.Share,5:0.00} {value.Step}");
}
