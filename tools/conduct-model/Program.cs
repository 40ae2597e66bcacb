using System.Globalization;
using ConductModels;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Text;

// Usage: ConductModels <folder of fit.txt and unfit.txt> <knowledge base> <output file>
if (args is not [var lists, var knowledge, var output])
{
    await Console.Error.WriteLineAsync("Usage: ConductModels <lists> <knowledge-base> <conduct.bin>");
    return 2;
}

const int Folds = 5;
const double FalseAlarms = 0.01;
if (KnowledgeBaseReader.Read(knowledge).Base is not { } content)
{
    await Console.Error.WriteLineAsync($"{knowledge} cannot be read.");
    return 2;
}

var lines = new List<LabelledLine>();
lines.AddRange(Lines("unfit.txt").Select(text => new LabelledLine(text, true, 1.5, true)));
lines.AddRange(Lines("fit.txt").Select(text => new LabelledLine(text, false, 1, true)));
lines.AddRange(content.Scripts.SelectMany(script => script.Wordings).SelectMany(wording => Sentences(wording.Text))
    .Distinct(StringComparer.Ordinal).Select(text => new LabelledLine(text, false, 0.5, false)));

var scores = new List<(float Score, bool Unfit)>();
for (var fold = 0; fold < Folds; fold++)
{
    var model = ConductTrainer.Train([.. lines.Where((_, i) => i % Folds != fold)], 0);
    scores.AddRange(lines.Where((line, i) => i % Folds == fold && line.Held).Select(line => (model.Score(line.Text), line.Unfit)));
}

var good = scores.Where(score => !score.Unfit).Select(score => score.Score).OrderDescending().ToArray();
var threshold = good[(int)(good.Length * FalseAlarms)];
var recall = scores.Count(score => score.Unfit && score.Score > threshold) / (double)scores.Count(score => score.Unfit);
await File.WriteAllBytesAsync(output, ConductTrainer.Train(lines, threshold).ToFile());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{lines.Count} sentences; held out: {recall:P1} of the unfit found by the model alone at {FalseAlarms:P1} false alarms (threshold {threshold:F2})"));
return 0;

IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(lists, name))
    .Where(line => line.Length > 0 && line[0] != '#')
    .SelectMany(line => Sentences(line).DefaultIfEmpty(""))
    .Where(line => line.Length > 0);

static IEnumerable<string> Sentences(string text) => TextNormalizer.Default.Normalize(SlotText.Blank(text))
    .Split(['。', '！', '？', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
    .Where(sentence => sentence.Length >= 4);
