using System.Text;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Tests;

public sealed class KnowledgeBaseReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replybot-kb-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_WhenGivenTheShopsOwnBase_FindsNothingWrong()
    {
        var reading = KnowledgeBaseReader.Read(Repository.KnowledgeBase);

        reading.Findings.ShouldBeEmpty();
        var read = reading.Base.ShouldNotBeNull();
        read.Taxonomy.Count.ShouldBe(74);
        read.Platforms.Count.ShouldBe(10);
        read.Products.Count.ShouldBeGreaterThanOrEqualTo(30);
        read.Orders.Count.ShouldBeGreaterThanOrEqualTo(40);
        read.Lexicon.Terms.ShouldNotBeEmpty();
        read.Advertising.Forbidden.ShouldNotBeEmpty();
        read.Policy.Slots["dispatch_hours"].ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WhenThereIsNoFolder_SaysSo()
    {
        var reading = KnowledgeBaseReader.Read(Path.Combine(_folder, "absent"));

        reading.Base.ShouldBeNull();
        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.MissingFile);
    }

    [Fact]
    public void Read_WhenAFileIsNotUtf8_NamesTheLine()
    {
        Write("scripts/any/a.yaml", [.. Encoding.UTF8.GetBytes("schema: 1\nscripts:\n  - "), 0xC4, 0xE3, 0xBA, 0xC3]);

        var finding = KnowledgeBaseReader.Read(_folder).Findings.Single(finding => finding.Code == FindingCodes.NotUtf8);

        (finding.File, finding.Line, finding.Column).ShouldBe(("scripts/any/a.yaml", 3, 5));
    }

    [Fact]
    public void Read_WhenAnyByteChanges_ChangesTheHash()
    {
        Write("shop/shop.yaml", "schema: 1\nname: 甲"u8.ToArray());
        var before = KnowledgeBaseReader.Read(_folder).Base!.ContentHash;
        var again = KnowledgeBaseReader.Read(_folder).Base!.ContentHash;
        Write("shop/shop.yaml", "schema: 1\nname: 乙"u8.ToArray());

        again.ShouldBe(before);
        KnowledgeBaseReader.Read(_folder).Base!.ContentHash.ShouldNotBe(before);
    }

    [Fact]
    public void Read_WhenShopFilesAreBroken_NamesEachField()
    {
        Write("shop/products.yaml", "schema: 1\nproducts:\n  - {id: a, name: b, category: c, price: cheap, weight: 3}\n"u8.ToArray());
        Write("shop/size-tables.yaml", "schema: 1\ntables:\n  - {id: t, rows: [{size: S, height: [180, 150], weight: [40, 50]}]}\n"u8.ToArray());
        Write("shop/orders.yaml", "schema: 1\norders:\n  - {number: \"1\", placed: yesterday}\n"u8.ToArray());
        Write("shop/other.yaml", "schema: 1\n"u8.ToArray());

        var findings = KnowledgeBaseReader.Read(_folder).Findings;

        findings.ShouldContain(finding => finding.Code == FindingCodes.WrongType && finding.File == "shop/products.yaml" && finding.Line == 3);
        findings.ShouldContain(finding => finding.Code == FindingCodes.UnknownField && finding.File == "shop/products.yaml");
        findings.ShouldContain(finding => finding.Code == FindingCodes.WrongType && finding.File == "shop/size-tables.yaml");
        findings.ShouldContain(finding => finding.Code == FindingCodes.WrongType && finding.File == "shop/orders.yaml");
        findings.ShouldContain(finding => finding.Code == FindingCodes.UnknownField && finding.File == "shop/other.yaml");
        findings.ShouldContain(finding => finding.Code == FindingCodes.MissingFile && finding.File == "intents/taxonomy.tsv");
    }

    private void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }
}
