using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>
/// Reads the texts of the first sheet of an XLSX file (ECMA-376). Only the three parts that hold them are opened; sizes
/// and the ratio of unpacked to packed bytes are limited, and no DTD, formula or link is followed.
/// </summary>
internal static class XlsxReader
{
    private const long MaxPartBytes = 64L * 1024 * 1024;
    private const int MaxRatio = 200;
    private const int MaxColumns = 200;
    private const string RelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static SheetReading Read(byte[] bytes)
    {
        var rows = new List<SheetRow>();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (SheetPart(archive) is not { } sheet)
                return SheetReader.Fail(1, 1, FindingCodes.BrokenTable, "这不是 XLSX 文件，里面没有工作表", "This is no XLSX file: it has no sheet");
            var shared = ReadSharedTexts(archive);
            ReadRows(sheet, shared, rows);
            return SheetReader.ToTable(rows);
        }
        catch (SheetTooLargeException tooLarge)
        {
            return SheetReader.Fail(Math.Max(1, tooLarge.Row), 1, FindingCodes.TooLarge, "表格太大，或压缩比不正常", "The sheet is too large, or its compression is abnormal");
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            var (row, column) = rows.Count == 0 ? (1, 1) : (rows[^1].Number, rows[^1].Cells.Count + 1);
            return SheetReader.Fail(row, column, FindingCodes.BrokenTable, "XLSX 文件已损坏", "The XLSX file is damaged");
        }
    }

    /// <summary>The first sheet of the workbook, found through its relationships.</summary>
    private static ZipArchiveEntry? SheetPart(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } workbook)
            return null;
        string? id = null;
        using (var xml = Open(workbook))
        {
            while (id is null && xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                    id = xml.GetAttribute("id", RelationshipNamespace);
            }
        }

        if (archive.GetEntry("xl/_rels/workbook.xml.rels") is { } relationships)
        {
            using var xml = Open(relationships);
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") == id
                    && xml.GetAttribute("Target") is { } target)
                {
                    return archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
                }
            }
        }

        return archive.GetEntry("xl/worksheets/sheet1.xml");
    }

    private static List<string> ReadSharedTexts(ZipArchive archive)
    {
        var texts = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is not { } part)
            return texts;
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(ReadText(xml, "si"));
        }

        return texts;
    }

    private static void ReadRows(ZipArchiveEntry sheet, List<string> shared, List<SheetRow> rows)
    {
        using var xml = Open(sheet);
        var cells = new List<string>();
        var number = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                if (rows.Count > SheetReader.MaxRows)
                    throw new SheetTooLargeException(number);
                cells = [];
                rows.Add(new SheetRow(number, cells));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                ReadCell(xml, cells, shared, number);
            }
        }
    }

    private static void ReadCell(XmlReader xml, List<string> cells, List<string> shared, int row)
    {
        var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
        var type = xml.GetAttribute("t");
        if (column >= MaxColumns)
            throw new SheetTooLargeException(row);
        var text = xml.IsEmptyElement ? "" : ReadText(xml, "c");
        if (type == "s")
        {
            text = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                ? shared[index]
                : throw new InvalidDataException("A cell names a text that is not there.");
        }

        while (cells.Count <= column)
            cells.Add("");
        cells[column] = text;
    }

    /// <summary>The text of all t and v elements up to the end of the given element; phonetic hints and formulas are passed over.</summary>
    private static string ReadText(XmlReader xml, string until)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement)
            return "";
        var hint = 0;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == until))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" } && !xml.IsEmptyElement)
                hint++;
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "rPh" })
                hint--;
            else if (hint == 0 && xml is { NodeType: XmlNodeType.Element, LocalName: "t" or "v" } && !xml.IsEmptyElement)
                AppendContent(xml, text);
        }

        return text.ToString();
    }

    private static void AppendContent(XmlReader xml, StringBuilder text)
    {
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }
    }

    /// <summary>The column of a reference such as BC12, from 0; null when it is none.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is < 'A' or > 'Z' || column > MaxColumns)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static XmlReader Open(ZipArchiveEntry part)
    {
        if (part.Length > MaxPartBytes || part.Length > Math.Max(1 << 20, part.CompressedLength * MaxRatio))
            throw new SheetTooLargeException(0);

        // The declared length may lie: the characters that are really read are limited too.
        return XmlReader.Create(part.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxPartBytes,
            CloseInput = true,
        });
    }

    private sealed class SheetTooLargeException(int row) : Exception
    {
        public int Row { get; } = row;
    }
}
