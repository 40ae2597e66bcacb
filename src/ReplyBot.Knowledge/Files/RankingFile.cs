using System.Globalization;
using System.Text;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Ranking;

namespace ReplyBot.Knowledge.Files;

/// <summary>Reads and writes <c>ranking/weights.yaml</c>, which the program learns and nobody edits.</summary>
public static class RankingFile
{
    /// <summary>The file's path below the knowledge base.</summary>
    public const string Path = "ranking/weights.yaml";

    /// <summary>Weights in the form of the file.</summary>
    public static string Write(RankingWeights ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var yaml = new StringBuilder("schema: 1\nlearned_from:\n");
        foreach (var (name, value) in ranking.LearnedFrom)
            yaml.Append("  ").Append(name).Append(": ").Append(YamlText.Plain(value)).Append('\n');
        yaml.Append("weights:\n");
        foreach (var (name, weight) in ranking.Weights.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            yaml.Append(CultureInfo.InvariantCulture, $"  {name}: {weight:0.####}\n");
        return yaml.ToString();
    }

    internal static RankingWeights Read(MappingReader file)
    {
        var learnedFrom = file.TextMap("learned_from");
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, text) in file.TextMap("weights"))
        {
            if (!RankingWeights.Prior.Weights.ContainsKey(name))
                file.Findings.Add(FindingCodes.UnknownField, file.At("weights"), $"没有排序特征“{name}”", $"There is no ranking feature '{name}'");
            else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight))
                weights.Add(name, weight);
            else
                file.Findings.Add(FindingCodes.WrongType, file.At("weights"), $"“{name}”应当是数字", $"'{name}' must be a number");
        }

        file.ReportUnknown();
        return new RankingWeights(weights, learnedFrom);
    }
}
