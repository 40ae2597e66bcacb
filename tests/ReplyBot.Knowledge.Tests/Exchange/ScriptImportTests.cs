using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Knowledge.Exchange;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Exchange;

public sealed class ScriptImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replybot-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Plan_WhenGivenAnExport_ChangesNothing()
    {
        var read = KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!;

        foreach (var bytes in (byte[][])[ScriptExport.ToCsv(read.Scripts), ScriptExport.ToXlsx(read.Scripts)])
        {
            var plan = ScriptImport.Plan(bytes, read);

            plan.Added.ShouldBeEmpty();
            plan.Changed.ShouldBeEmpty();
            plan.Unchanged.Count.ShouldBe(read.Scripts.Count);
            plan.Files.ShouldBeEmpty();
        }
    }

    [Fact]
    public void ToCsv_WhenTextIsAnything_ReadsBackTheSame()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), given =>
        {
            var text = "x" + new string(given.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) || c is '\n' or '\t').ToArray()).Trim() + "y";
            var script = ScriptSamples.Script("ship.time.a", text, "=1+1", "'-x", text) with
            {
                Wordings = [new Wording("简单", true), new Wording("【简】不是"), new Wording("反斜杠\\n" + text)],
            };
            var table = SheetReader.Read(ScriptExport.ToCsv([script])).Table!;
            var plan = ScriptImport.Plan(table, ScriptSamples.Base(script));
            return plan.Unchanged.Count == 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ToCsv_WhenACellWouldRunAsAFormula_NeutralisesIt()
    {
        var csv = Encoding.UTF8.GetString(ScriptExport.ToCsv([ScriptSamples.Script("ship.time.a", "=HYPERLINK(1)")]));

        csv.ShouldContain("'=HYPERLINK");
        csv.ShouldNotContain(",=HYPERLINK");
    }

    [Fact]
    public void Plan_WhenGivenASellersQuickPhrases_BringsThemInForHumans()
    {
        var csv = Encoding.UTF8.GetBytes("分组,快捷短语,快捷编码\n发货,亲，您的包裹打包好了就会寄出，请放心等待。,fh1\n");
        var before = ScriptSamples.Base(ScriptSamples.Script("ship.time.a", "多久发货"));

        var plan = ScriptImport.Plan(csv, before, _ => new GuessedIntent("ship.time", 0.83));

        plan.IsClean.ShouldBeTrue();
        plan.Problems.ShouldContain(problem => problem.Row == 2 && problem.Column == 2 && problem.Code == FindingCodes.GuessedIntent && problem.MessageZh.Contains("ship.time（把握 83%）"));
        var script = plan.Added.ShouldHaveSingleItem();
        script.Send.ShouldBe(SendMode.Agent);
        script.Intent.ShouldBe("ship.time");
        script.Question.ShouldBe("发货：您的包裹打包好了就会寄出");
        script.Tags.ShouldBe(["发货", "fh1"]);
        script.Wordings.ShouldHaveSingleItem().Text.ShouldBe("亲，您的包裹打包好了就会寄出，请放心等待。");
        ScriptImport.Plan(csv, before with { Scripts = [.. before.Scripts, script] }, _ => new GuessedIntent("ship.time", 0.83)).Unchanged.ShouldBe([script.Id]);
    }

    [Fact]
    public void Plan_WhenARowBreaksTheRules_StopsEverythingAndNamesTheRow()
    {
        var csv = Encoding.UTF8.GetBytes(
            "编号,意图,标准问,回答,阶段,开始日期\n"
            + "ship.time.b,ship.time,几点发,亲，打包好马上寄出，请放心。,,\n"
            + "ship.time.c,ship.time,哪天发,去淘宝看看吧，那边有说明。,,\n"
            + "ship.time.d,ship.time,啥时发,亲，打包好了就寄出给您。,someday,2026-13-01\n"
            + "ship.time.e,no.such,何时发,亲，打包完成就寄出给您。,,\n"
            + "ship.time.f,ship.time,什么时候发,,,\n");

        var plan = ScriptImport.Plan(csv, ScriptSamples.Base(ScriptSamples.Script("ship.time.a", "多久发货")));

        plan.IsClean.ShouldBeFalse();
        plan.Files.ShouldBeEmpty();
        var errors = plan.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => (problem.Row, problem.Column, problem.Code)).ToArray();
        errors.ShouldContain((3, 4, FindingCodes.PlatformWord));
        errors.ShouldContain((4, 5, FindingCodes.WrongValue));
        errors.ShouldContain((4, 6, FindingCodes.WrongValue));
        errors.ShouldContain((5, 2, FindingCodes.UnknownIntent));
        errors.ShouldContain(error => error.Row == 6 && error.Code == FindingCodes.MissingField);
        errors.ShouldNotContain(error => error.Row == 2);
        Should.Throw<InvalidOperationException>(() => ScriptImport.Apply(_folder, plan));
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void Plan_WhenAReplyIsLongerThanAnyoneReads_StopsThere()
    {
        var csv = Encoding.UTF8.GetBytes("编号,意图,标准问,回答\nship.time.b,ship.time,几点发," + new string('好', 3_000_000) + "\n");

        var plan = ScriptImport.Plan(csv, ScriptSamples.Base(ScriptSamples.Script("ship.time.a", "多久发货")));

        plan.IsClean.ShouldBeFalse();
        plan.Problems.ShouldContain(problem => problem.Row == 2 && problem.Column == 4 && problem.Code == FindingCodes.TooLong);
    }

    [Fact]
    public void Apply_WhenClean_WritesFilesThatReadBack()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "scripts/in-sale"));
        var path = Path.Combine(_folder, "scripts/in-sale/dispatch.yaml");
        File.WriteAllText(path, ScriptFile.Write([ScriptSamples.Script("ship.time.a", "多久发货"), ScriptSamples.Script("ship.time.z", "哪天走货")]));
        var read = ScriptFile.Read("scripts/in-sale/dispatch.yaml", File.ReadAllText(path));
        var before = ScriptSamples.Base([.. read.Scripts]);
        var csv = Encoding.UTF8.GetBytes(
            "编号,意图,标准问,回答,发送\n"
            + "ship.time.a,ship.time,多久发货,亲，打包好马上寄出，请放心。,automatic\n"
            + "ship.time.b,ship.time,几时寄,亲，仓库打包好就会寄出，请放心。,automatic\n");

        var plan = ScriptImport.Plan(csv, before);
        ScriptImport.Apply(_folder, plan);

        plan.Changed.ShouldHaveSingleItem().Id.ShouldBe("ship.time.a");
        ScriptFile.Read("x", File.ReadAllText(path)).Scripts.Select(script => script.Id).ShouldBe(["ship.time.a", "ship.time.z"]);
        ScriptFile.Read("x", File.ReadAllText(path)).Scripts[0].Wordings[0].Text.ShouldBe("亲，打包好马上寄出，请放心。");
        ScriptFile.Read("x", File.ReadAllText(Path.Combine(_folder, "scripts/any/imported.yaml"))).Scripts.ShouldHaveSingleItem().Id.ShouldBe("ship.time.b");
        Directory.EnumerateFiles(_folder, "*.new", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
