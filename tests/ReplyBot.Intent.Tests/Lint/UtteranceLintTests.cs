using ReplyBot.Intent.Lint;
using ReplyBot.Intent.Tests.Material;

namespace ReplyBot.Intent.Tests.Lint;

public sealed class UtteranceLintTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("replybot-lint").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Check_WhenLinesClash_NamesBothPlaces()
    {
        Write("ship.time", "什么时候能给我安排发货呀", "手机什么时候发", "请问耳机什么时候发呢");
        Write("ship.eta", "什么时候能给我安排发货呀", "几天到");

        var report = UtteranceLint.Check(folder);

        Single(UtteranceFault.Unusable).ShouldContain("ship.time.txt:1: 「什么时候能给我安排发货呀」 is also at ");
        Single(UtteranceFault.Unusable).ShouldContain("labelled ship.eta there");
        Single(UtteranceFault.SameSentence).ShouldContain("ship.time.txt:3: 「请问耳机什么时候发呢」");
        report.SentencesByIntent["ship.time"].ShouldBe(1);

        string Single(UtteranceFault fault) => report.Findings.Where(finding => finding.Fault == fault && finding.Message.Contains("utterances")).ShouldHaveSingleItem().Message;
    }

    [Fact]
    public void Check_WhenNearlyTheSameIsLabelledOtherwise_NamesBothPlaces()
    {
        Write("ship.time", "麻烦问一下我的那个快递什么时候能给我安排发货");
        Write("ship.eta", "麻烦问一下我的那个快递什么时候能给我安排发货呀", "几天到");

        var finding = UtteranceLint.Check(folder).Findings.Where(finding => finding.Fault == UtteranceFault.NearlyElsewhere).ShouldHaveSingleItem();
        finding.Message.ShouldContain("ship.time.txt:1");
        finding.Message.ShouldContain("ship.eta.txt:1");
    }

    [Fact]
    public void Check_OnTheShippedUtterances_FindsNothingUnusable() =>
        UtteranceLint.Check(Folders.KnowledgeBase).Findings.Where(finding => finding.Fault == UtteranceFault.Unusable).ShouldBeEmpty();

    private void Write(string intent, params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(folder, "intents", "utterances"));
        File.WriteAllText(Path.Combine(folder, "intents", "product-nouns.txt"), "手机 耳机\n");
        File.WriteAllText(Path.Combine(folder, "intents", "taxonomy.tsv"), "id\tname_zh\nship.time\t发货时间\nship.eta\t送达\n");
        File.WriteAllLines(Path.Combine(folder, "intents", "utterances", $"{intent}.txt"), lines);
    }
}
