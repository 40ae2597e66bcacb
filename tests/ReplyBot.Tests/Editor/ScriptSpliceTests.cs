using ReplyBot.Editor.Files;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Tests.Editor;

public class ScriptSpliceTests
{
    private static readonly IReadOnlyList<Script> Scripts = ScriptFile.Read("", SampleFolder.Dispatch).Scripts;

    [Fact]
    public void Replace_ChangesTheLinesOfTheScriptOnly()
    {
        var changed = ScriptSplice.Replace(SampleFolder.Dispatch, Scripts, Scripts[1] with { Question = "周末还发货吗？" });
        changed.ShouldBe(SampleFolder.Dispatch.Replace("周末发货吗？", "周末还发货吗？", StringComparison.Ordinal));
    }

    [Fact]
    public void Replace_WritesTheScriptItselfInTheCanonicalForm()
    {
        var changed = ScriptSplice.Replace(SampleFolder.Dispatch, Scripts, Scripts[0] with { Tags = ["发货"] });
        changed.ShouldContain("    variants: [几点能发出, 今天拍今天走吗]\n");
        changed.ShouldContain("    tags: [发货]\n  - id: ship.time.weekend\n");
        ScriptFile.Read("", changed).Scripts.Count.ShouldBe(2);
    }

    [Fact]
    public void Replace_WhenTheFileIsLaidOutAnotherWay_WritesAllOfItCanonically()
    {
        const string flow = "{schema: 1, scripts: [{id: a.b.c, intent: a.b, question: 问, wordings: [答一]}, {id: a.b.d, intent: a.b, question: 问二, wordings: [答二]}]}";
        var scripts = ScriptFile.Read("", flow).Scripts;
        var changed = ScriptSplice.Replace(flow, scripts, scripts[0] with { Question = "问三" });
        changed.ShouldBe(ScriptFile.Write([scripts[0] with { Question = "问三" }, scripts[1]]));
    }

    [Fact]
    public void Replace_KeepsRemarksBetweenScriptsAndWindowsLineEnds()
    {
        var text = SampleFolder.Dispatch.Replace("  - id: ship.time.weekend", "\n  # 周末\n  - id: ship.time.weekend", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        var changed = ScriptSplice.Replace(text, ScriptFile.Read("", text).Scripts, Scripts[0] with { Question = "多久发？" });
        changed.ShouldContain("    send: automatic\r\n\r\n  # 周末\r\n  - id: ship.time.weekend\r\n");
        changed.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }

    [Fact]
    public void Append_AddsAtTheEnd()
    {
        var added = ScriptSplice.Append(SampleFolder.Dispatch, Scripts, Scripts[1] with { Id = "ship.time.night" });
        added.ShouldStartWith(SampleFolder.Dispatch);
        ScriptFile.Read("", added).Scripts.Select(script => script.Id).ShouldBe(["ship.time.standard", "ship.time.weekend", "ship.time.night"]);
    }

    [Fact]
    public void Remove_TakesOutTheScriptOnly()
    {
        var left = ScriptSplice.Remove(SampleFolder.Dispatch, Scripts, "ship.time.weekend");
        SampleFolder.Dispatch.ShouldStartWith(left.TrimEnd());
        ScriptFile.Read("", left).Scripts.ShouldHaveSingleItem().Id.ShouldBe("ship.time.standard");
    }
}
