using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Files;

public class ScriptFileTests
{
    private const string Head = "schema: 1\nscripts:\n";

    [Fact]
    public void Read_WhenFileIsCanonical_FindsEveryField()
    {
        var reading = ScriptFile.Read("scripts/in-sale/a.yaml", Head + """
              - id: ship.time.standard
                intent: ship.time
                question: 多久发货？
                variants: [几点发, 今天发吗]
                wordings:
                  - 付款后{{policy.dispatch_hours}}小时内发出。
                  - text: 很快发出。
                    simpler: true
                when: {stage: in-sale, channels: [web], buyer: regular, emotion: [anxious], hours: office, from: 2026-01-01, until: null}
                send: agent
                follow_up: {after: 24h, script: track.where.standard}
                tags: [发货]

            """.Replace("\r", "", StringComparison.Ordinal));

        reading.Findings.ShouldBeEmpty();
        var script = reading.Scripts.ShouldHaveSingleItem();
        script.Id.ShouldBe("ship.time.standard");
        script.Variants.ShouldBe(["几点发", "今天发吗"]);
        script.Wordings.ShouldBe([new Wording("付款后{{policy.dispatch_hours}}小时内发出。"), new Wording("很快发出。", true)]);
        script.When.Stage.ShouldBe(Stage.InSale);
        script.When.Buyers.ShouldBe(["regular"]);
        script.When.Hours.ShouldBe(ServiceHours.Office);
        script.When.From.ShouldBe(new DateOnly(2026, 1, 1));
        script.When.Until.ShouldBeNull();
        script.Send.ShouldBe(SendMode.Agent);
        script.FollowUp.ShouldBe(new FollowUp(TimeSpan.FromHours(24), "track.where.standard"));
        script.Source!.At("variants[1]").ShouldBe(new SourceLocation("scripts/in-sale/a.yaml", 6, 21));
    }

    [Theory]
    [InlineData("schema: 1\nscripts: [", FindingCodes.YamlSyntax)]
    [InlineData("", FindingCodes.YamlSyntax)]
    [InlineData("schema: 2\nscripts: []", FindingCodes.UnsupportedSchema)]
    [InlineData("scripts: []", FindingCodes.MissingField)]
    [InlineData("schema: 1\nscripts: []\nextra: 1", FindingCodes.UnknownField)]
    [InlineData("schema: 1\nscripts: &a []", FindingCodes.YamlFeature)]
    [InlineData("schema: 1\nscripts: *a", FindingCodes.YamlFeature)]
    [InlineData("schema: 1\nscripts: !!seq []", FindingCodes.YamlFeature)]
    [InlineData("schema: 1\nscripts: []\n---\nschema: 1", FindingCodes.YamlFeature)]
    [InlineData("schema: 1\nscripts: []\nscripts: []", FindingCodes.DuplicateKey)]
    [InlineData("- a", FindingCodes.WrongType)]
    [InlineData("schema: 1\nscripts: text", FindingCodes.WrongType)]
    [InlineData("schema: 1\nscripts: [1]", FindingCodes.WrongType)]
    [InlineData("schema: 1\n? [a]\n: b", FindingCodes.YamlFeature)]
    [InlineData(Head + "  - id: a.b\n", FindingCodes.MissingField)]
    [InlineData(Head + "  - {id: a.b, intent: a, question: q, wordings: [w], send: robot}", FindingCodes.WrongValue)]
    [InlineData(Head + "  - {id: a.b, intent: a, question: q, wordings: [w], when: {stage: now}}", FindingCodes.WrongValue)]
    [InlineData(Head + "  - {id: a.b, intent: a, question: q, wordings: [w], when: {from: 2026-02-30}}", FindingCodes.WrongType)]
    [InlineData(Head + "  - {id: a.b, intent: a, question: q, wordings: [w], follow_up: {after: soon, script: a.c}}", FindingCodes.WrongType)]
    [InlineData(Head + "  - {id: a.b, intent: a, question: q, wordings: [{txt: w}]}", FindingCodes.MissingField)]
    [InlineData(Head + "  - {id: a.b, intent: a, question: q, wordings: w}", FindingCodes.WrongType)]
    public void Read_WhenFileIsBroken_SaysWhatAndWhere(string text, string code)
    {
        var reading = ScriptFile.Read("scripts/any/broken.yaml", text);

        reading.Scripts.ShouldBeEmpty();
        reading.Findings.ShouldContain(finding => finding.Code == code);
        reading.Findings.ShouldAllBe(finding => finding.File == "scripts/any/broken.yaml" && finding.Line >= 1 && finding.Column >= 1);
    }

    [Fact]
    public void Read_WhenOneScriptIsBroken_KeepsTheOthers()
    {
        var reading = ScriptFile.Read("a.yaml", Head
            + "  - {id: a.one, intent: a, question: q, wordings: [w]}\n"
            + "  - {id: a.two, intent: a, wordings: [w]}\n"
            + "  - {id: a.three, intent: a, question: q, wordings: [w]}\n");

        reading.Scripts.Select(script => script.Id).ShouldBe(["a.one", "a.three"]);
        reading.Findings.ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Fact]
    public void Read_WhenNestedTooDeep_RefusesInsteadOfRecursing()
    {
        var reading = ScriptFile.Read("a.yaml", "schema: " + new string('[', 5000));

        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.TooLarge);
    }

    [Fact]
    public void Write_WhenReadBack_GivesTheSameScripts()
    {
        var script = new Script(
            "a.b", "a", "多久发货？", ["12315", "- 横线", "a: b", "x #y", "[括号]", "true", "", " 空格 ", "换\n行", "引\"号", "\U0001F600", "2026-01-01", "?"],
            [new Wording("{{shop.name}}，您好"), new Wording("简单说", true)],
            new Conditions(Stage.Review, ["web"], ["tee"], ["clothing"], ["regular", "price-testing"], ["happy"], ServiceHours.AfterHours,
                new DateOnly(2026, 1, 2), new DateOnly(2026, 3, 4)),
            SendMode.Agent, new FollowUp(TimeSpan.FromMinutes(90), "a.c"), ["标签"], "备注：先看 #1");

        var reading = ScriptFile.Read("a.yaml", ScriptFile.Write([script]));

        reading.Findings.ShouldBeEmpty();
        Canonical(reading.Scripts.ShouldHaveSingleItem()).ShouldBe(Canonical(script));
        reading.Scripts[0].Variants.ShouldBe(script.Variants);
        reading.Scripts[0].FollowUp.ShouldBe(script.FollowUp);
    }

    [Fact]
    public void Write_WhenTextIsAnything_ReadsBackTheSameText()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            // A lone surrogate is no text: files hold UTF-8.
            var given = new string(text.Get.Where(c => !char.IsSurrogate(c)).ToArray());
            var script = new Script("a.b", "a", given, [given], [new Wording(given)], Conditions.None, SendMode.Automatic);
            var reading = ScriptFile.Read("a.yaml", ScriptFile.Write([script]));
            return reading.Findings.Count == 0
                && reading.Scripts[0].Question == given
                && reading.Scripts[0].Variants[0] == given
                && reading.Scripts[0].Wordings[0].Text == given;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Write_WhenGivenTheShopsOwnFiles_ChangesNothing()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.KnowledgeBase, "scripts"), "*.yaml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            ScriptFile.Write(ScriptFile.Read(path, text).Scripts).ShouldBe(text, path);
        }
    }

    private static string Canonical(Script script) => ScriptFile.Write([script]);
}
