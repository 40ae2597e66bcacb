using ReplyBot.Knowledge.Lexicon;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Search;

public class ScriptIndexTests
{
    private static readonly Script Dispatch = ScriptSamples.Script("ship.time.a", "多久发货", "什么时候发货", "今天能发出吗");
    private static readonly Script Refund = ScriptSamples.Script("refund.progress.a", "退款多久到账", "钱什么时候退给我", "退款到哪了");
    private static readonly Script Size = ScriptSamples.Script("product.size.a", "我穿多大码", "一米六五穿什么码", "尺码怎么选");

    [Fact]
    public void Search_WhenAVariantIsAskedInOtherWords_FindsItsScript()
    {
        Search("请问什么时候可以发货呀", Dispatch, Refund, Size)[0].Script.Id.ShouldBe("ship.time.a");
        Search("我的退款什么时候到", Dispatch, Refund, Size)[0].Script.Id.ShouldBe("refund.progress.a");
    }

    [Fact]
    public void Search_WhenScored_StaysBetweenZeroAndOneAndFalls()
    {
        var hits = Search("什么时候发货", Dispatch, Refund, Size);

        hits.ShouldAllBe(hit => hit.Score > 0 && hit.Score < 1);
        hits.Select(hit => hit.Score).ShouldBe(hits.Select(hit => hit.Score).OrderDescending());
        hits[0].Features.Sum(feature => feature.Value * feature.Weight).ShouldBe(Math.Log(hits[0].Score / (1 - hits[0].Score)), 1e-6);
    }

    [Fact]
    public void Search_WhenTheIntentModelSpeaks_FollowsIt()
    {
        var index = Index(Dispatch, Refund);
        var query = new ScriptQuery("什么时候", ScriptSamples.Noon);

        var without = index.Search(query)[0].Score;
        var hits = index.Search(query with { IntentConfidences = new Dictionary<string, double> { ["refund.progress"] = 0.95 } });

        hits[0].Script.Id.ShouldBe("refund.progress.a");
        hits[0].Score.ShouldBeGreaterThan(without);
    }

    [Fact]
    public void Search_WhenTheInputMethodSlipped_FindsWhatWasMeant()
    {
        var content = ScriptSamples.Base(Dispatch, Refund) with
        {
            Lexicon = ShopLexicon.Empty with { Homophones = new Dictionary<string, string> { ["发火"] = "发货" } },
        };
        var index = ScriptIndexBuilder.Build(ScriptBundle.From(content));

        index.Search(new ScriptQuery("什么时候发火", ScriptSamples.Noon))[0].Features.ShouldContain(feature => feature.Name == "text.exact");
    }

    [Fact]
    public void Search_WhenNothingMatches_FindsNothing() => Search("zzz", Dispatch).ShouldBeEmpty();

    [Fact]
    public void Search_WhenAScriptIsForHumans_ShowsItOnlyOnDemand()
    {
        var index = Index(Dispatch with { Send = SendMode.Agent });
        var query = new ScriptQuery("什么时候发货", ScriptSamples.Noon);

        index.Search(query).ShouldBeEmpty();
        index.Search(query with { IncludeAgentOnly = true }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Search_WhenConditionsForbid_LeavesTheScriptOut()
    {
        ScriptQuery query = new("什么时候发货", ScriptSamples.Noon);
        Matches(Conditions.None with { Channels = ["jd"] }, query with { Channel = "web" }).ShouldBeFalse();
        Matches(Conditions.None with { Channels = ["jd"] }, query with { Channel = "jd" }).ShouldBeTrue();
        Matches(Conditions.None with { Products = ["tee"] }, query with { ProductId = "hat" }).ShouldBeFalse();
        Matches(Conditions.None with { Products = ["tee"] }, query).ShouldBeTrue();
        Matches(Conditions.None with { Categories = ["snacks"] }, query with { Category = "clothing" }).ShouldBeFalse();
        Matches(Conditions.None with { Hours = ServiceHours.AfterHours }, query with { Hours = ServiceHours.Office }).ShouldBeFalse();
        Matches(Conditions.None with { Until = new DateOnly(2026, 6, 14) }, query).ShouldBeFalse();
        Matches(Conditions.None with { Until = new DateOnly(2026, 6, 15) }, query).ShouldBeTrue();
        Matches(Conditions.None with { From = new DateOnly(2026, 6, 16) }, query).ShouldBeFalse();
    }

    [Fact]
    public void Search_WhenValidityEndsAtMidnight_CountsTheShopsDay()
    {
        var lastDay = Conditions.None with { Until = new DateOnly(2026, 6, 15) };

        // 15:59 UTC is 23:59 in China, 16:00 UTC the next day.
        Matches(lastDay, new ScriptQuery("什么时候发货", new DateTimeOffset(2026, 6, 15, 15, 59, 0, TimeSpan.Zero))).ShouldBeTrue();
        Matches(lastDay, new ScriptQuery("什么时候发货", new DateTimeOffset(2026, 6, 15, 16, 0, 0, TimeSpan.Zero))).ShouldBeFalse();
    }

    [Fact]
    public void Search_WhenStageDiffers_CountsTheScriptLess()
    {
        var index = Index(Dispatch with { When = Conditions.None with { Stage = Stage.InSale } });
        var query = new ScriptQuery("什么时候发货", ScriptSamples.Noon);

        index.Search(query with { Stage = Stage.AfterSale })[0].Score.ShouldBeLessThan(index.Search(query with { Stage = Stage.InSale })[0].Score);
    }

    [Fact]
    public void Search_WhenAScriptIsANotice_NeverAnswersWithIt() =>
        Search("稍等正在查询", Dispatch with { Id = "notice.holding", Question = "稍等正在查询" }).ShouldBeEmpty();

    [Fact]
    public void Search_WhenSearchedFromManyThreads_AnswersAllAlike()
    {
        var index = Index(Dispatch, Refund, Size);
        var expected = index.Search(new ScriptQuery("什么时候发货", ScriptSamples.Noon))[0].Score;

        Parallel.For(0, 2000, _ => index.Search(new ScriptQuery("什么时候发货", ScriptSamples.Noon))[0].Score.ShouldBe(expected));
    }

    [Theory]
    [InlineData("发货")]
    [InlineData("fahuo")]
    [InlineData("fh")]
    [InlineData("djfh")]
    [InlineData("duojiufahuo")]
    [InlineData("fahou")]
    [InlineData("fauho")]
    [InlineData("faho")]
    [InlineData("多久发活")]
    [InlineData("fahuoma")]
    public void Lookup_WhenTypedInAnyWay_FindsTheScript(string typed) =>
        Index(Dispatch, Refund, Size).Lookup(new LookupQuery(typed, ScriptSamples.Noon))[0].Script.Id.ShouldBe("ship.time.a");

    [Fact]
    public void Lookup_WhenFound_MarksWhatMatched()
    {
        var hit = Index(Dispatch, Refund).Lookup(new LookupQuery("fahuo", ScriptSamples.Noon))[0];

        hit.Highlights.ShouldBe([new Highlight(2, 2)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a")]
    [InlineData("\uD800")]
    [InlineData("！？。")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("\U0001F600\U0001F600")]
    public void LookupAndSearch_WhenTextIsOdd_Answer(string text)
    {
        var index = Index(Dispatch, Refund, Size);

        index.Lookup(new LookupQuery(text, ScriptSamples.Noon)).ShouldAllBe(hit =>
            hit.Highlights.All(mark => mark.Start >= 0 && mark.Length > 0 && mark.Start + mark.Length <= hit.Script.Question.Length));
        index.Search(new ScriptQuery(text, ScriptSamples.Noon)).ShouldAllBe(hit => hit.Score > 0 && hit.Score < 1);
    }

    private static bool Matches(Conditions when, ScriptQuery query) => Index(Dispatch with { When = when }).Search(query).Count == 1;

    private static IReadOnlyList<ScriptHit> Search(string text, params Script[] scripts) =>
        Index(scripts).Search(new ScriptQuery(text, ScriptSamples.Noon));

    private static IScriptIndex Index(params Script[] scripts) => ScriptIndexBuilder.Build(ScriptSamples.Bundle(scripts));
}
