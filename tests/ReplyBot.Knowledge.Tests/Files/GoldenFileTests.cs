using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Knowledge.Tests.Files;

public class GoldenFileTests
{
    [Fact]
    public void Read_WhenQuestionsAreGiven_KeepsThemInTheBundleWithoutLines()
    {
        using var folder = new TemporaryBase();
        folder.Write("golden/questions.yaml", "schema: 1\nquestions:\n  - {ask: 多久发货, intent: ship.time}\n  - {ask: 退款呢, script: refund.a, channel: jd}\n");

        var bundle = ScriptBundle.From(folder.Read());

        ScriptBundle.Read(bundle.Bytes.ToArray(), bundle.Hash).Bundle!.Content.Golden
            .Select(golden => golden with { Line = 0 })
            .ShouldBe([new GoldenQuestion("多久发货", null, "ship.time", null, 0), new GoldenQuestion("退款呢", "refund.a", null, "jd", 0)]);
    }

    [Fact]
    public void Lint_WhenAGoldenQuestionNamesWhatIsNotThere_SaysWhere()
    {
        var knowledge = ScriptSamples.Base(ScriptSamples.Script("ship.time.a", "多久发货")) with
        {
            Golden =
            [
                new GoldenQuestion("一", "ship.time.z", null, null, 3),
                new GoldenQuestion("二", null, "ship.nothing", null, 4),
                new GoldenQuestion("三", "ship.time.a", null, "nowhere", 5),
                new GoldenQuestion("四", "ship.time.a", null, "jd", 6),
            ],
        };

        ScriptLinter.Lint(knowledge).Where(finding => finding.Code == FindingCodes.UnknownGolden).Select(finding => finding.Line).ShouldBe([3, 4, 5]);
    }

    [Theory]
    [InlineData("  - {ask: 多久发货}\n")]
    [InlineData("  - {ask: 多久发货, script: a, intent: b}\n")]
    [InlineData("  - {script: a}\n")]
    public void Read_WhenAQuestionIsIncomplete_SaysSo(string line)
    {
        using var folder = new TemporaryBase();
        folder.Write("golden/questions.yaml", "schema: 1\nquestions:\n" + line);

        KnowledgeBaseReader.Read(folder.Path).Findings.ShouldContain(finding => finding.Code == FindingCodes.MissingField && finding.Line == 3);
    }
}
