using System.Text;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>CSV after RFC 4180: quoted fields may hold separators, line breaks and doubled quotes.</summary>
internal static class CsvText
{
    /// <summary>Cuts a text into rows, numbered by the lines on which they begin.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">The separator.</param>
    /// <param name="maxRows">The most rows to read.</param>
    /// <returns>The rows; or where the quotes do not match, or of the first row too many.</returns>
    public static (List<SheetRow> Rows, (int Row, int Column)? BadQuote, int? ExtraRow) Read(string text, char delimiter, int maxRows)
    {
        var rows = new List<SheetRow>();
        var line = 1;
        for (var at = 0; at < text.Length;)
        {
            if (rows.Count > maxRows)
                return (rows, null, line);
            var first = line;
            var cells = new List<string>();
            if (!ReadRow(text, delimiter, ref at, ref line, cells))
                return (rows, (first, cells.Count + 1), null);
            rows.Add(new SheetRow(first, cells));
        }

        return (rows, null, null);
    }

    /// <summary>Writes a row, with quotes where they are needed.</summary>
    public static void Write(StringBuilder csv, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                csv.Append(',');
            first = false;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim().Length == cell.Length)
                csv.Append(cell);
            else
                csv.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        csv.Append("\r\n");
    }

    /// <summary>Reads the cells of a row up to its end; false where the quotes of the next one do not match.</summary>
    private static bool ReadRow(string text, char delimiter, ref int at, ref int line, List<string> cells)
    {
        while (true)
        {
            if (ReadCell(text, delimiter, ref at, ref line) is not { } cell)
                return false;
            cells.Add(cell);
            if (at == text.Length)
                return true;
            var c = text[at++];
            if (c == delimiter)
                continue;
            if (c == '\r' && at < text.Length && text[at] == '\n')
                at++;
            line++;
            return true;
        }
    }

    private static string? ReadCell(string text, char delimiter, ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '"')
            return ReadQuoted(text, delimiter, ref at, ref line);
        var start = at;
        while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
            at++;
        return text[start..at];
    }

    private static string? ReadQuoted(string text, char delimiter, ref int at, ref int line)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (c != '"')
            {
                line += c == '\n' ? 1 : 0;
                cell.Append(c);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return at == text.Length || text[at] == delimiter || text[at] is '\r' or '\n' ? cell.ToString() : null;
            }
        }

        return null;
    }
}
