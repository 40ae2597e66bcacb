using System.Text;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>
/// Reads a table from a file's bytes, whatever it is: XLSX, or CSV in UTF-8 (with or without BOM) or GB18030, separated by
/// commas, tabs or semicolons.
/// </summary>
public static class SheetReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The most rows that are read.</summary>
    public const int MaxRows = 50_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a table.</summary>
    public static SheetReading Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > MaxBytes)
            return Fail(0, 0, FindingCodes.TooLarge, "文件超过 16 MB", "The file is larger than 16 MB");
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return XlsxReader.Read(bytes);
        if (Decode(bytes, out var bad) is { } text)
            return ReadCsv(text);
        var (row, column) = PlaceOf(bytes.AsSpan(0, bad));
        return Fail(row, column, FindingCodes.NotUtf8, "文件不是 XLSX 工作簿，也不是 UTF-8 或 GB18030 编码的文本", "The file is neither an XLSX workbook nor text in UTF-8 or GB18030");
    }

    internal static SheetReading Fail(int row, int column, string code, string zh, string en) =>
        new(null, new RowProblem(row, column, code, Severity.Error, zh, en));

    /// <summary>Makes a table of raw rows: the first is the headings, empty ones are left out.</summary>
    internal static SheetReading ToTable(List<SheetRow> rows)
    {
        rows.RemoveAll(row => row.Cells.All(string.IsNullOrWhiteSpace));
        return rows.Count == 0
            ? Fail(0, 0, FindingCodes.MissingField, "文件里没有内容", "The file is empty")
            : new SheetReading(new SheetTable(rows[0].Cells.Select(cell => cell.Trim()).ToArray(), rows.Skip(1).ToArray()), null);
    }

    /// <summary>The text, or null and the place of the first byte that belongs to none of the encodings.</summary>
    private static string? Decode(byte[] bytes, out int bad)
    {
        bad = 0;
        var preamble = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = bytes.AsSpan(preamble);
        foreach (var encoding in (Encoding[])[StrictUtf8, Gb18030()])
        {
            try
            {
                return encoding.GetString(content);
            }
            catch (DecoderFallbackException broken)
            {
                // Not this one; the one that got further was meant.
                bad = Math.Clamp(preamble + broken.Index, bad, bytes.Length);
            }
        }

        return null;
    }

    /// <summary>The row and the cell behind some bytes; neither encoding uses the bytes of these marks within a character.</summary>
    private static (int Row, int Column) PlaceOf(ReadOnlySpan<byte> before)
    {
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return (before.Count((byte)'\n') + 1, Math.Max(line.Count((byte)','), Math.Max(line.Count((byte)'\t'), line.Count((byte)';'))) + 1);
    }

    private static Encoding Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static SheetReading ReadCsv(string text)
    {
        var (rows, badQuote, extraRow) = CsvText.Read(text, DelimiterOf(text), MaxRows);
        if (badQuote is var (row, column))
            return Fail(row, column, FindingCodes.BrokenTable, "这一格的引号不成对", "The quotes in this cell do not match");
        return extraRow is { } extra
            ? Fail(extra, 1, FindingCodes.TooLarge, "超过 50000 行", "More than 50,000 rows")
            : ToTable(rows);
    }

    /// <summary>The separator that stands most often in the first line, outside quotes.</summary>
    private static char DelimiterOf(string text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            if (c == '\n' && !quoted)
                break;
            if (!quoted && ",\t;".IndexOf(c, StringComparison.Ordinal) is >= 0 and var index)
                counts[index]++;
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? '\t' : counts[2] > counts[0] ? ';' : ',';
    }
}
