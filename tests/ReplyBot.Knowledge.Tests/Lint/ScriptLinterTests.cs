using System.Diagnostics;
using System.Globalization;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Lint;

public class ScriptLinterTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Lint_WhenGivenTheShopsOwnBase_FindsNoError()
    {
        var findings = ScriptLinter.Lint(KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!, Today);

        findings.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
    }

    [Fact]
    public void Lint_WhenReferencesAreUnknown_NamesEach()
    {
        var good = ScriptSamples.Script("ship.time.a", "多久发货", "一", "二", "三", "四", "五", "六");
        var bad = good with
        {
            Id = "ship.time.b",
            Intent = "no.such",
            Question = "几点发",
            Variants = ["甲", "乙", "丙", "丁", "戊", "己"],
            When = Conditions.None with { Channels = ["ebay"], Products = ["hat"], Categories = ["cars"], Buyers = ["rich"], Emotions = ["bored"] },
            FollowUp = new FollowUp(TimeSpan.FromHours(1), "no.such.script"),
            Wordings = [new Wording("请发送{{order.numbr}}给我查询"), new Wording("店铺赠品：{{shop.gift}}，请放心")],
        };

        var codes = ScriptLinter.Lint(ScriptSamples.Base(good) with { Scripts = [good, bad] }, Today).Where(finding => finding.MessageEn.StartsWith("ship.time.b", StringComparison.Ordinal)).Select(finding => finding.Code).ToArray();

        codes.ShouldContain(FindingCodes.UnknownIntent);
        codes.ShouldContain(FindingCodes.UnknownChannel);
        codes.ShouldContain(FindingCodes.UnknownProduct);
        codes.ShouldContain(FindingCodes.UnknownCategory);
        codes.Count(code => code == FindingCodes.UnknownCondition).ShouldBe(2);
        codes.ShouldContain(FindingCodes.UnknownFollowUp);
        codes.ShouldContain(FindingCodes.UnknownSlot);
        codes.ShouldContain(FindingCodes.UnfillableSlot);
    }

    [Theory]
    [InlineData("2026-06-14", null, FindingCodes.Expired)]
    [InlineData(null, "2026-06-16", FindingCodes.NotYetValid)]
    [InlineData("2026-06-14", "2026-06-16", FindingCodes.NeverValid)]
    public void Lint_WhenDatesAreOff_SaysHow(string? until, string? from, string code)
    {
        var script = ScriptSamples.Script("ship.time.a", "多久发货") with
        {
            When = Conditions.None with { Until = Parse(until), From = Parse(from) },
        };

        Lint(script).ShouldContain(finding => finding.Code == code);
    }

    [Fact]
    public void Lint_WhenEveryWordingNeedsAnOrder_AsksForOneThatDoesNot()
    {
        var script = ScriptSamples.Script("ship.time.a", "多久发货") with
        {
            Wordings = [new Wording("您的订单{{order.number}}今天在路上了"), new Wording("单号{{parcel.number}}，请您留意查收")],
        };

        Lint(script).ShouldContain(finding => finding.Code == FindingCodes.UnfillableSlot);
    }

    [Fact]
    public void Lint_WhenQuestionsStandTwice_TellsHow()
    {
        var one = ScriptSamples.Script("ship.time.a", "多久发货？", "今天发吗", "今天发吗？");
        var sameIntent = ScriptSamples.Script("ship.time.b", "几时发货", "多久发货");
        var otherIntent = ScriptSamples.Script("refund.apply.a", "我要退款", "几时发货！");
        var elsewhere = ScriptSamples.Script("refund.apply.b", "退钱", "我要退款") with { When = Conditions.None with { Channels = ["jd"] } };
        otherIntent = otherIntent with { When = Conditions.None with { Channels = ["web"] } };

        var findings = Lint(one, sameIntent, otherIntent, elsewhere);

        findings.Count(finding => finding.Code == FindingCodes.DuplicateVariant).ShouldBe(1);
        findings.Count(finding => finding.Code == FindingCodes.SharedVariant).ShouldBe(1);
        findings.Count(finding => finding.Code == FindingCodes.Contradiction).ShouldBe(1);
    }

    [Fact]
    public void Lint_WhenAnswersDifferOnlyInANoun_CallsThemOne()
    {
        var one = ScriptSamples.Script("ship.time.a", "多久发货") with
        {
            Wordings = [new Wording("亲，付款以后我们会按顺序安排打包，打包好就交给快递，单号出来会马上发给您，请放心等候。")],
        };
        var two = ScriptSamples.Script("ship.time.b", "几时走货") with
        {
            Wordings = [new Wording("亲，付款以后我们会按顺序安排打包，打包好就交给物流，单号出来会马上发给您，请放心等候。")],
        };

        Lint(one, two).ShouldContain(finding => finding.Code == FindingCodes.NearDuplicate);
        Lint(one, two with { When = Conditions.None with { Channels = ["jd"] } }, one with { Id = "ship.time.c", When = Conditions.None with { Channels = ["web"] } })
            .Count(finding => finding.Code == FindingCodes.NearDuplicate).ShouldBe(2);
    }

    [Fact]
    public void Lint_WhenAVariantIsRude_LetsItPassButNotPersonalData()
    {
        var rude = ScriptSamples.Script("complaint.service.a", "你们什么破店", "傻逼客服", "去淘宝投诉你们", "最好的赔偿");
        var personal = ScriptSamples.Script("order.change_address.a", "改电话", "改成13812345678");

        Lint(rude).ShouldNotContain(finding => finding.Severity == Severity.Error);
        Lint(personal).ShouldContain(finding => finding.Code == FindingCodes.PersonalData);
    }

    [Fact]
    public void Lint_WhenIdsStandTwice_SaysSo() =>
        Lint(ScriptSamples.Script("ship.time.a", "多久发货"), ScriptSamples.Script("ship.time.a", "几时发货"))
            .ShouldContain(finding => finding.Code == FindingCodes.DuplicateId);

    [Fact]
    public void Lint_WhenThereAreTenThousandScripts_StaysLinear()
    {
        var read = KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!;
        var scripts = Enumerable.Range(0, 10_000).Select(i =>
        {
            var script = read.Scripts[i % read.Scripts.Count];
            var mark = i.ToString(CultureInfo.InvariantCulture);
            return script with
            {
                Id = script.Id + mark,
                Question = script.Question + mark,
                Variants = script.Variants.Select(variant => variant + mark).ToArray(),
                Wordings = script.Wordings.Select(wording => wording with { Text = wording.Text + Salt(i) }).ToArray(),
            };
        }).ToArray();
        var large = read with { Scripts = scripts };
        ScriptLinter.Lint(read, Today);

        var watch = Stopwatch.StartNew();
        ScriptLinter.Lint(large, Today);

        // A quiet machine needs about a second; comparing every script with every other would need many minutes.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static string Salt(int i) => string.Concat(Enumerable.Range(0, 12).Select(j => (char)(0x4E00 + (((i * 7919) + (j * 104729)) % 8000))));

    private static DateOnly? Parse(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static IReadOnlyList<Finding> Lint(params Script[] scripts) => ScriptLinter.Lint(ScriptSamples.Base(scripts), Today);
}
