using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ReplyBot.Knowledge.Exchange;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Tests.Exchange;

public class SheetReaderTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public void Read_WhenCsvIsInAnyEncoding_ReadsTheSameText(string encoding, bool preamble)
    {
        var coder = encoding == "utf-8" ? new UTF8Encoding(preamble) : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        byte[] bytes = [.. coder.Preamble, .. coder.GetBytes("分组,内容\r\n发货,\"您好，\"\"亲\"\"\r\n马上发\"\r\n")];

        var table = SheetReader.Read(bytes).Table.ShouldNotBeNull();

        table.Columns.ShouldBe(["分组", "内容"]);
        table.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["发货", "您好，\"亲\"\r\n马上发"]);
    }

    [Theory]
    [InlineData("a\tb\n1\t2")]
    [InlineData("a;b\n1;2")]
    [InlineData("a,b\n\n1,2\n")]
    public void Read_WhenSeparatedOtherwise_FindsTheColumns(string text)
    {
        var table = SheetReader.Read(Encoding.UTF8.GetBytes(text)).Table!;

        table.Columns.ShouldBe(["a", "b"]);
        table.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Read_WhenQuotesDoNotMatch_NamesTheCell()
    {
        var problem = SheetReader.Read("a,b\n1,2\n3,\"4\n5,6\n"u8.ToArray()).Problem.ShouldNotBeNull();

        (problem.Row, problem.Column, problem.Code).ShouldBe((3, 2, FindingCodes.BrokenTable));
    }

    [Fact]
    public void Read_WhenAByteBelongsToNoText_NamesTheCell()
    {
        var problem = SheetReader.Read([.. "a,b\n1,2\n3,好"u8, 0xFF, .. "\n"u8]).Problem.ShouldNotBeNull();

        (problem.Row, problem.Column, problem.Code).ShouldBe((3, 2, FindingCodes.NotUtf8));
    }

    [Fact]
    public void Read_WhenItIsNoText_SaysSo() =>
        SheetReader.Read([0xFF, 0xFE, 0x00, 0xFF, 0xFF]).Problem!.Code.ShouldBe(FindingCodes.NotUtf8);

    [Fact]
    public void Read_WhenEmpty_SaysSo() => SheetReader.Read([]).Problem!.Code.ShouldBe(FindingCodes.MissingField);

    [Fact]
    public void Read_WhenXlsxHasSharedAndInlineTexts_ReadsBoth()
    {
        var table = SheetReader.Read(Xlsx(
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>丙</t></is></c></row><row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3"><v>12</v></c></row>""",
            "<si><t>甲</t></si><si><r><t>乙</t></r><r><t>二</t></r><rPh><t>yi</t></rPh></si>")).Table.ShouldNotBeNull();

        table.Columns.ShouldBe(["甲", "", "丙"]);
        var row = table.Rows.ShouldHaveSingleItem();
        row.Number.ShouldBe(3);
        row.Cells.ShouldBe(["", "乙二", "12"]);
    }

    [Theory]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>7</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" """)]
    public void Read_WhenXlsxIsDamaged_SaysSo(string rows) =>
        SheetReader.Read(Xlsx(rows, "<si><t>甲</t></si>")).Problem!.Code.ShouldBe(FindingCodes.BrokenTable);

    [Fact]
    public void Read_WhenXlsxIsABomb_RefusesByRatio() =>
        SheetReader.Read(Xlsx(new string(' ', 40_000_000), "")).Problem!.Code.ShouldBe(FindingCodes.TooLarge);

    [Fact]
    public void Read_WhenXlsxHasADtd_DoesNotFollowIt()
    {
        var problem = SheetReader.Read(Xlsx("", "", "<!DOCTYPE x [<!ENTITY a \"b\">]>")).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe(FindingCodes.BrokenTable);
    }

    [Fact]
    public void Read_WhenXlsxIsCutOff_SaysSo()
    {
        var whole = Xlsx("""<row r="1"><c r="A1"><v>1</v></c></row>""", "");
        for (var length = 4; length < whole.Length; length += 37)
            SheetReader.Read(whole[..length]).Problem.ShouldNotBeNull();
    }

    [SharedFact("badinputs/csv-spectrum")]
    public void Read_WhenGivenTheCsvSpectrum_AgreesWithItsAnswers()
    {
        foreach (var path in Directory.GetFiles(Repository.FindShared("badinputs/csv-spectrum/csvs")!, "*.csv"))
        {
            // This one's answers name another phone number than its CSV.
            if (Path.GetFileName(path) == "location_coordinates.csv")
                continue;
            var answers = Path.Combine(Path.GetDirectoryName(path)!, "..", "json", Path.GetFileNameWithoutExtension(path) + ".json");
            var table = SheetReader.Read(File.ReadAllBytes(path)).Table.ShouldNotBeNull(path);
            using var expected = JsonDocument.Parse(File.ReadAllText(answers));
            JsonElement[] rows = expected.RootElement.ValueKind == JsonValueKind.Array ? [.. expected.RootElement.EnumerateArray()] : [expected.RootElement];
            table.Rows.Count.ShouldBe(rows.Length, path);
            for (var i = 0; i < rows.Length; i++)
            {
                foreach (var (property, column) in rows[i].EnumerateObject().Select((property, column) => (property, column)))
                    table.Rows[i].Cell(column).ReplaceLineEndings("\n").ShouldBe(property.Value.GetString()!.ReplaceLineEndings("\n"), path);
            }
        }
    }

    private static byte[] Xlsx(string rows, string shared, string dtd = "")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet r:id=\"rId1\"/></sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/first.xml\"/></Relationships>");
            Add(archive, "xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
            Add(archive, "xl/worksheets/first.xml", dtd + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
