using System.Text;
using ReplyBot.Intent.Features;

namespace ReplyBot.Intent.Training;

/// <summary>Reads taxonomy and utterances from the files of a knowledge base and says what is wrong with them.</summary>
internal static class TrainingSetReader
{
    private const int LongestUtterance = 200;
    private const int FewestIntents = 2;

    public static TrainingSetReading Read(string knowledgeBaseDirectory)
    {
        var problems = new List<string>();
        var folder = Path.Combine(knowledgeBaseDirectory, "intents");
        try
        {
            var intents = ReadTaxonomy(Path.Combine(folder, "taxonomy.tsv"), problems);
            var utterances = ReadUtterances(Path.Combine(folder, "utterances"), intents, problems);
            var set = new TrainingSet(utterances);
            if (set.Intents.Count >= FewestIntents)
                return new TrainingSetReading(set, problems);
            problems.Add($"{folder}: fewer than two intents have utterances");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add($"{folder}: {failure.Message}");
        }

        return new TrainingSetReading(null, problems);
    }

    private static HashSet<string> ReadTaxonomy(string path, List<string> problems)
    {
        var intents = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            var id = line.Split('\t')[0].Trim();
            if (number == 1 || id.Length == 0)
                continue;
            if (!intents.Add(id))
                problems.Add($"{path}:{number}: intent {id} is there twice");
        }

        return intents;
    }

    private static List<TrainingUtterance> ReadUtterances(string folder, HashSet<string> intents, List<string> problems)
    {
        var utterances = new List<TrainingUtterance>();
        var firstPlaces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var intent = Path.GetFileNameWithoutExtension(path);
            if (!intents.Contains(intent))
            {
                problems.Add($"{path}:1: the taxonomy has no intent {intent}");
                continue;
            }

            var number = 0;
            foreach (var line in File.ReadLines(path, Encoding.UTF8))
            {
                number++;
                if (Check(line, $"{path}:{number}", firstPlaces) is { } problem)
                    problems.Add(problem);
                else
                    utterances.Add(new TrainingUtterance(line.Trim(), intent));
            }
        }

        foreach (var missing in intents.Except(utterances.Select(utterance => utterance.Intent)).Order(StringComparer.Ordinal))
            problems.Add($"{folder}: intent {missing} has no utterances");
        return utterances;
    }

    private static string? Check(string line, string place, Dictionary<string, string> firstPlaces)
    {
        if (string.IsNullOrWhiteSpace(line))
            return $"{place}: the line is empty";
        if (line.Length > LongestUtterance)
            return $"{place}: the line is longer than {LongestUtterance} characters";
        var normalized = UtteranceText.Prepare(line);
        return firstPlaces.TryAdd(normalized, place) ? null : $"{place}: 「{line}」 is also at {firstPlaces[normalized]}";
    }
}
