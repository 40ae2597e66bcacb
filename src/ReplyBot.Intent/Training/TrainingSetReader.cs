using System.Text;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Journeys;

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
            var utterances = ReadUtterances(Path.Combine(folder, "utterances"), intents.Keys, problems);
            var stages = intents.Where(intent => intent.Value is not null).ToDictionary(intent => intent.Key, intent => intent.Value!.Value, StringComparer.Ordinal);
            var set = new TrainingSet(utterances, TraitLinesReader.Read(folder, problems), stages);
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

    /// <summary>The intents with the stage of each; null where it is asked at any stage.</summary>
    private static Dictionary<string, JourneyStage?> ReadTaxonomy(string path, List<string> problems)
    {
        var intents = new Dictionary<string, JourneyStage?>(StringComparer.Ordinal);
        var stageAt = -1;
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            string[] columns = [.. line.Split('\t').Select(column => column.Trim())];
            if (number == 1)
                stageAt = Array.IndexOf(columns, "stage");
            else if (columns[0].Length > 0 && !intents.TryAdd(columns[0], stageAt > 0 && stageAt < columns.Length ? StageOf(columns[stageAt]) : null))
                problems.Add($"{path}:{number}: intent {columns[0]} is there twice");
        }

        return intents;
    }

    private static JourneyStage? StageOf(string name) => name switch
    {
        "pre-sale" => JourneyStage.PreSale,
        "in-sale" => JourneyStage.InSale,
        "after-sale" => JourneyStage.AfterSale,
        "review" => JourneyStage.Review,
        _ => null,
    };

    private static List<TrainingUtterance> ReadUtterances(string folder, IReadOnlyCollection<string> intents, List<string> problems)
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
                    utterances.Add(new TrainingUtterance(line.Trim(), intent) { Place = $"{path}:{number}" });
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
        if (firstPlaces.TryAdd(normalized, place))
            return null;
        var (own, first) = (FileOf(place), FileOf(firstPlaces[normalized]));
        return $"{place}: 「{line}」 is also at {firstPlaces[normalized]}" + (own == first ? "" : $", labelled {first} there");

        static string FileOf(string place) => Path.GetFileNameWithoutExtension(place[..place.LastIndexOf(':')]);
    }
}
