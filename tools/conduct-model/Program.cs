using System.Globalization;
using ConductModels;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Text;

// Usage: ConductModels <knowledge base> <output file> <list of sentences>…
// A list whose name holds "unfit" or "bad" is of sentences that a shop should not say.
if (args is not [var knowledge, var output, .. { Length: > 0 } lists])
{
    await Console.Error.WriteLineAsync("Usage: ConductModels <knowledge-base> <conduct.bin> <list>…");
    return 2;
}

const int Folds = 5;

// The lists' fit sentences are near misses: of what is usually said far fewer are doubted.
const double FalseAlarms = 0.02;
if (KnowledgeBaseReader.Read(knowledge).Base is not { } content)
{
    await Console.Error.WriteLineAsync($"{knowledge} cannot be read.");
    return 2;
}

// Platforms' names are a matter of rules, which know where each is at home.
var names = new ITextRule[] { new ForbiddenPhraseRule(content), new PlatformDisguiseRule(content.Platforms) };
var lines = new List<LabelledLine>();
foreach (var list in lists)
{
    var unfit = Path.GetFileName(list) is var name && (name.Contains("unfit", StringComparison.Ordinal) || name.Contains("bad", StringComparison.Ordinal));
    lines.AddRange(Lines(list).Select(text => new LabelledLine(text, unfit, unfit ? 1.5 : 1, true)));
}

lines.AddRange(content.Scripts.SelectMany(script => script.Wordings).SelectMany(wording => Sentences(wording.Text))
    .Distinct(StringComparer.Ordinal).Select(text => new LabelledLine(text, false, 1, false)));

var scores = new List<(float Score, bool Unfit)>();
for (var fold = 0; fold < Folds; fold++)
{
    var model = ConductTrainer.Train([.. lines.Where((_, i) => i % Folds != fold)], 0);
    scores.AddRange(lines.Where((line, i) => i % Folds == fold && line.Held && line.Text.Length >= DoubtRule.ShortestSentence).Select(line => (model.Score(line.Text), line.Unfit)));
}

var good = scores.Where(score => !score.Unfit).Select(score => score.Score).OrderDescending().ToArray();
var threshold = good[(int)(good.Length * FalseAlarms)];
var recall = scores.Count(score => score.Unfit && score.Score > threshold) / (double)scores.Count(score => score.Unfit);
await File.WriteAllBytesAsync(output, ConductTrainer.Train(lines, threshold).ToFile());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{lines.Count} sentences; held out: {recall:P1} of the unfit found by the model alone at {FalseAlarms:P1} false alarms (threshold {threshold:F2})"));
return 0;

IEnumerable<string> Lines(string list) => File.ReadLines(list)
    .Where(line => line.Length > 0 && line[0] != '#')
    .Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])
    .Where(line => !NamesPlatform(line))
    .SelectMany(line => Sentences(line).DefaultIfEmpty(""))
    .Where(line => line.Length > 0);

bool NamesPlatform(string line)
{
    var examined = new CheckedText(line, [""], isTemplate: false);
    foreach (var rule in names)
        rule.Check(examined);
    return examined.Findings.Any(finding => finding.Code is FindingCodes.PlatformWord or FindingCodes.DisguisedPlatformWord);
}

static IEnumerable<string> Sentences(string text) => TextNormalizer.Default.Normalize(SlotText.Blank(text))
    .Split(['。', '！', '？', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
    .Where(sentence => sentence.Length >= 4);
