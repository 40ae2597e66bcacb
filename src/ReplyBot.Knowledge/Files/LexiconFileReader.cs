using ReplyBot.Knowledge.Lexicon;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Files;

/// <summary>
/// Reads the shop's words: <c>terms.txt</c> has one a line; <c>synonyms.txt</c> a group a line, separated by tabs, the one
/// that we say first; <c>homophones.txt</c> a slip and what was meant, separated by a tab.
/// </summary>
internal static class LexiconFileReader
{
    public static ShopLexicon? Read(string path, string text, FileFindings findings)
    {
        var lines = text.Split('\n')
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        switch (path)
        {
            case "lexicon/terms.txt":
                return ShopLexicon.Empty with { Terms = lines.Where(words => words.Length > 0).Select(words => words[0]).ToArray() };
            case "lexicon/synonyms.txt":
                RequireTwo(lines, findings);
                return ShopLexicon.Empty with { Synonyms = lines.Where(words => words.Length > 1).ToArray<IReadOnlyList<string>>() };
            case "lexicon/homophones.txt":
                RequireTwo(lines, findings);
                var meant = new OrderedDictionary<string, string>(StringComparer.Ordinal);
                foreach (var words in lines.Where(words => words.Length > 1))
                    meant[words[0]] = words[1];

                return ShopLexicon.Empty with { Homophones = meant };
            default:
                findings.Add(
                    FindingCodes.UnknownField, 1, 1,
                    "不认识的文件，这里没有这种内容", "Unknown file; nothing of this kind belongs here");
                return null;
        }
    }

    private static void RequireTwo(string[][] lines, FileFindings findings)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 1)
                findings.Add(FindingCodes.MissingField, i + 1, 1, "这一行至少要有两个词，用制表符隔开", "This line needs at least two words, separated by tabs");
        }
    }
}
