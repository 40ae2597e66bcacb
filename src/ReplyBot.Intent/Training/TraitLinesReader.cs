using System.Globalization;
using System.Text;
using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Threats;

namespace ReplyBot.Intent.Training;

/// <summary>Reads files of labelled messages: label, tab, text, and among emotions a strength; lines that begin with # are remarks.</summary>
internal static class TraitLinesReader
{
    private const int LeastStrength = 1;
    private const int MostStrength = 3;

    /// <summary>Reads the three files of a folder; one that is missing is a problem, and its trait is not recognised.</summary>
    public static TraitLines Read(string folder, List<string> problems) => new(
        ReadFile(Path.Combine(folder, "emotions.tsv"), Enum.GetNames<EmotionLabel>(), problems),
        ReadFile(Path.Combine(folder, "buyer-types.tsv"), [TraitLines.NoLabel, .. Enum.GetNames<BuyerType>()], problems),
        ReadFile(Path.Combine(folder, "threats.tsv"), [TraitLines.NoLabel, .. Enum.GetNames<ThreatKind>()], problems));

    private static List<TraitLine> ReadFile(string path, string[] labels, List<string> problems)
    {
        var lines = new List<TraitLine>();
        if (!File.Exists(path))
        {
            problems.Add($"{path}: there is no such file; what it would teach is not recognised");
            return lines;
        }

        var firstPlaces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, line) in File.ReadLines(path, Encoding.UTF8).Index())
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var place = $"{path}:{index + 1}";
            var columns = line.Split('\t');
            var strength = 0;
            if (columns.Length < 2 || string.IsNullOrWhiteSpace(columns[1]))
                problems.Add($"{place}: a label, a tab and a text are needed");
            else if (!labels.Contains(columns[0], StringComparer.Ordinal))
                problems.Add($"{place}: {columns[0]} is none of {string.Join(", ", labels)}");
            else if (columns.Length > 2 && !(int.TryParse(columns[2], CultureInfo.InvariantCulture, out strength) && strength is >= LeastStrength and <= MostStrength))
                problems.Add($"{place}: the strength {columns[2]} is none of 1, 2 and 3");
            else if (!firstPlaces.TryAdd(UtteranceText.Prepare(columns[1]), place))
                problems.Add($"{place}: 「{columns[1]}」 is also at {firstPlaces[UtteranceText.Prepare(columns[1])]}");
            else
                lines.Add(new TraitLine(columns[0], columns[1].Trim(), strength));
        }

        return lines;
    }
}
