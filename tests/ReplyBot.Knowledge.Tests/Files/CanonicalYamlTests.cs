using ReplyBot.Knowledge.Files;

namespace ReplyBot.Knowledge.Tests.Files;

public class CanonicalYamlTests
{
    [Fact]
    public void Read_OfTheShopsOwnFiles_GivesWhatTheFullReaderGives()
    {
        var files = Directory.GetFiles(Repository.KnowledgeBase, "*.yaml", SearchOption.AllDirectories);
        var read = 0;
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            if (CanonicalYaml.Read(text) is not { } quick)
                continue;
            read++;
            Written(quick).ShouldBe(Written(YamlDocument.ReadFully(text, new FileFindings(file))!), file);
        }

        ((double)read / files.Length).ShouldBeGreaterThan(0.8);
    }

    [Theory]
    [InlineData("a: b\nc:\n  - d\n  - e: f\n    g: [h, i]\nj: {k: l, m: [n]}\no: \"p: q\"\n")]
    [InlineData("a: []\nb: 12\nc: a:b\n")]
    [InlineData("scripts:\n  - id: x\n    when: {stage: any}\n  - id: y\n")]
    public void Read_OfTheCanonicalForm_GivesWhatTheFullReaderGives(string text) =>
        Written(CanonicalYaml.Read(text)!).ShouldBe(Written(YamlDocument.ReadFully(text, new FileFindings("x"))!));

    [Theory]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: b # remark\n")]
    [InlineData("# remark\na: b\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("a: &x b\nc: *x\n")]
    [InlineData("a: !t b\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: \"b\\n\"\n")]
    [InlineData("a: [b, [c]\n")]
    [InlineData("a: [b,, c]\n")]
    [InlineData("a:\n- b\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a:\n")]
    [InlineData("a: b\n\nc: d\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("- a\n")]
    [InlineData("a\n")]
    [InlineData("")]
    [InlineData("a:\tb\n")]
    [InlineData("a: b\r\n")]
    [InlineData("a: [b]c\n")]
    [InlineData("a: 'b'\n")]
    [InlineData("  a: b\n")]
    [InlineData("a:\n    b: c\n  d: e\n")]
    public void Read_OfAnyOtherForm_LeavesItToTheFullReader(string text) => CanonicalYaml.Read(text).ShouldBeNull();

    [SharedFact("badinputs/yaml-test-suite")]
    public void Read_OfTheYamlTestSuite_GivesNothingOrWhatTheFullReaderGives()
    {
        foreach (var file in Directory.GetFiles(Repository.FindShared("badinputs/yaml-test-suite/src")!, "*.yaml"))
        {
            var text = File.ReadAllText(file);
            if (CanonicalYaml.Read(text) is { } quick)
                Written(quick).ShouldBe(YamlDocument.ReadFully(text, new FileFindings(file)) is { } full ? Written(full) : "nothing", file);
        }
    }

    /// <summary>A tree with all its places, to compare by.</summary>
    private static string Written(YamlNode node) => node switch
    {
        YamlScalar scalar => $"{scalar.Line}:{scalar.Column}:{scalar.IsPlain}<{scalar.Value}>",
        YamlSequence sequence => $"{sequence.Line}:{sequence.Column}[{string.Join(',', sequence.Items.Select(Written))}]",
        YamlMapping mapping => $"{mapping.Line}:{mapping.Column}{{{string.Join(',', mapping.Entries.Select(entry => Written(entry.Key) + "=" + Written(entry.Value)))}}}",
        _ => "",
    };
}
