using System.Text;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>Lists of texts in one cell: a line each, with <c>\n</c> and <c>\\</c> for a line break and a backslash inside a text.</summary>
internal static class CellText
{
    private const string SimplerMark = "【简】";

    public static string Join(IEnumerable<string> texts) => string.Join('\n', texts.Select(Escape));

    public static string Join(IEnumerable<Wording> wordings) => string.Join('\n', wordings.Select(wording =>
        wording.Simpler ? SimplerMark + Escape(wording.Text)
        : wording.Text.StartsWith(SimplerMark, StringComparison.Ordinal) ? "\\" + Escape(wording.Text)
        : Escape(wording.Text)));

    public static IReadOnlyList<string> Split(string cell) => Lines(cell).Select(Unescape).ToArray();

    public static IReadOnlyList<Wording> SplitWordings(string cell) => Lines(cell)
        .Select(line => line.StartsWith(SimplerMark, StringComparison.Ordinal)
            ? new Wording(Unescape(line[SimplerMark.Length..]), Simpler: true)
            : new Wording(Unescape(line)))
        .ToArray();

    private static IEnumerable<string> Lines(string cell) =>
        cell.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length)
            {
                text.Append(line[i]);
                continue;
            }

            i++;
            text.Append(line[i] switch { 'n' => '\n', 'r' => '\r', var other => other });
        }

        return text.ToString();
    }
}
