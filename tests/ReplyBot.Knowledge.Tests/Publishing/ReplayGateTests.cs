using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Publishing;

public class ReplayGateTests
{
    private static readonly ReplayGate Gate = new(0.6);
    private static readonly Script Dispatch = ScriptSamples.Script("ship.time.a", "多久发货", "什么时候发货");
    private static readonly Script Refund = ScriptSamples.Script("refund.apply.a", "我要退款", "怎么退款");

    [Fact]
    public void Compare_WhenAScriptIsRemovedAndOneAdded_ShowsLostAndGained()
    {
        var report = Gate.Compare(
            Base(Dispatch), Base(Refund), [new ReplayQuestion("什么时候发货"), new ReplayQuestion("怎么退款"), new ReplayQuestion("外面下雨没")], ScriptSamples.Noon);

        report.Lost.ShouldBe([new ReplayChange("什么时候发货", "ship.time.a", null)]);
        report.Gained.ShouldBe([new ReplayChange("怎么退款", null, "refund.apply.a")]);
        report.CoverageBefore.ShouldBe(1.0 / 3, 1e-9);
        report.CoverageAfter.ShouldBe(1.0 / 3, 1e-9);
        report.Passes.ShouldBeTrue();
    }

    [Fact]
    public void Compare_WhenOnlyTheWordsChange_ShowsTheChange()
    {
        var reworded = Dispatch with { Wordings = [new Wording("亲，仓库打包好就寄出，请放心。")] };

        Gate.Compare(Base(Dispatch), Base(reworded), [new ReplayQuestion("什么时候发货")], ScriptSamples.Noon).Changed.Count.ShouldBe(1);
        Gate.Compare(Base(Dispatch), Base(Dispatch), [new ReplayQuestion("什么时候发货")], ScriptSamples.Noon).Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Compare_WhenAGoldenQuestionFails_DoesNotPass()
    {
        var report = Gate.Compare(null, Base(Dispatch), [new ReplayQuestion("怎么退款", ExpectedScript: "refund.apply.a")], ScriptSamples.Noon);

        report.GoldenMissed.ShouldHaveSingleItem().Before.ShouldBe("refund.apply.a");
        report.Passes.ShouldBeFalse();
    }

    [Fact]
    public void Compare_WhenAnAnswerWouldBreakTheRules_DoesNotPass()
    {
        var forbidden = Dispatch with { Wordings = [new Wording("亲，请到京东查看发货时间，谢谢您。")] };

        Gate.Compare(null, Base(forbidden), [new ReplayQuestion("什么时候发货", "taobao")], ScriptSamples.Noon).Forbidden.ShouldBe(["ship.time.a"]);
        Gate.Compare(null, Base(forbidden), [new ReplayQuestion("什么时候发货", "jd")], ScriptSamples.Noon).Passes.ShouldBeTrue();
    }

    private static ReplayBase Base(params Script[] scripts)
    {
        var bundle = ScriptSamples.Bundle(scripts);
        return new ReplayBase(bundle, ScriptIndexBuilder.Build(bundle));
    }
}
