using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Taxonomy;

namespace ReplyBot.Knowledge.Files;

/// <summary>Reads the taxonomy, a tab-separated table with the columns id, name_zh, name_en and stage.</summary>
internal static class TaxonomyFileReader
{
    private static readonly string[] Columns = ["id", "name_zh", "name_en", "stage"];

    public static IReadOnlyList<IntentDefinition> Read(string text, FileFindings findings)
    {
        var lines = text.Split('\n');
        var header = lines[0].TrimEnd('\r').Split('\t');
        var columns = Columns.Select(column => Array.IndexOf(header, column)).ToArray();
        if (columns.Contains(-1))
        {
            var expected = string.Join(", ", Columns);
            findings.Add(FindingCodes.MissingField, 1, 1, $"首行应当有这些列：{expected}", $"The first line must name the columns {expected}");
            return [];
        }

        var intents = new List<IntentDefinition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
                continue;
            var cells = line.Split('\t');
            if (columns.Any(column => column >= cells.Length))
            {
                findings.Add(FindingCodes.MissingField, i + 1, 1, "这一行的列不够", "This line has too few columns");
                continue;
            }

            var stage = ScriptVocabulary.FindStage(cells[columns[3]]);
            if (stage is null)
                findings.Add(FindingCodes.WrongValue, i + 1, 1, $"不认识的阶段“{cells[columns[3]]}”", $"Unknown stage '{cells[columns[3]]}'");
            if (!ids.Add(cells[columns[0]]))
                findings.Add(FindingCodes.DuplicateId, i + 1, 1, $"意图“{cells[columns[0]]}”出现了两次", $"The intent '{cells[columns[0]]}' stands twice");
            else
                intents.Add(new IntentDefinition(cells[columns[0]], cells[columns[1]], cells[columns[2]], stage ?? Stage.Any));
        }

        return intents;
    }
}
