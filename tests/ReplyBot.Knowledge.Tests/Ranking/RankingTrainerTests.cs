using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Ranking;

public class RankingTrainerTests
{
    private static readonly Script Dispatch = ScriptSamples.Script("ship.time.a", "多久发货", "什么时候发货", "今天能发出吗", "几天能发货呀", "何时安排发货");
    private static readonly Script Refund = ScriptSamples.Script("refund.progress.a", "退款多久到账", "钱什么时候退给我", "退款到哪了", "退款几天能到账");
    private static readonly Script Size = ScriptSamples.Script("product.size.a", "我穿多大码", "一米六五穿什么码", "尺码怎么选", "平时穿M选什么码");

    [Fact]
    public void Train_WhenRunAgain_LearnsTheSame()
    {
        var first = Train();

        RankingFile.Write(Train().Weights).ShouldBe(RankingFile.Write(first.Weights));
        first.Weights.LearnedFrom["scripts"].ShouldBe("3");
        first.After.TopThree.ShouldBe(1);
    }

    [Fact]
    public void Train_WhenAgentsPreferAScript_LearnsToRankItFirst()
    {
        var other = ScriptSamples.Script("ship.time.b", "多久能发货呢", "什么时候能发货");
        var bundle = ScriptSamples.Bundle(Dispatch, other, Refund, Size);
        var index = ScriptIndexBuilder.Build(bundle);
        var rates = new Dictionary<string, double> { ["ship.time.b"] = 0.9 };
        ScriptQuery Ask(string text) => new(text, ScriptSamples.Noon) { Adoption = rates };
        var adopted = Enumerable.Range(0, 200).Select(i => new AdoptedSuggestion($"发货要多久{i}", "ship.time.b")).ToArray();

        var weights = RankingTrainer.Train(bundle, index, Ask, adopted).Weights;
        var learned = ScriptIndexBuilder.Build(ScriptBundle.From(bundle.Content with { Ranking = weights }));

        weights.Of(RankingFeatures.Adoption).ShouldBeGreaterThan(RankingWeights.Prior.Of(RankingFeatures.Adoption));
        learned.Search(Ask("发货要多久"))[0].Script.Id.ShouldBe("ship.time.b");
    }

    [Fact]
    public void WriteAndRead_WhenWeightsWereLearned_KeepsThemInTheBundle()
    {
        using var folder = new TemporaryBase();
        var weights = Train().Weights;
        folder.Write(RankingFile.Path, RankingFile.Write(weights));

        var read = folder.Read();

        read.Ranking.ShouldNotBeNull().Weights.ShouldBe(weights.Weights);
        var bundle = ScriptBundle.From(read);
        ScriptBundle.Read(bundle.Bytes.ToArray(), bundle.Hash).Bundle!.Content.Ranking!.Weights.ShouldBe(weights.Weights);
        BundleDiff.Compare(ScriptBundle.From(read with { Ranking = null }), bundle).OtherParts.ShouldBe(["ranking"]);
    }

    [Theory]
    [InlineData("schema: 1\nweights: {text.beste: 1}\n")]
    [InlineData("schema: 1\nweights: {text.best: much}\n")]
    [InlineData("schema: 1\nweights: {text.best: .inf}\n")]
    public void Read_WhenTheFileIsWrong_SaysSo(string yaml)
    {
        using var folder = new TemporaryBase();
        folder.Write(RankingFile.Path, yaml);

        KnowledgeBaseReader.Read(folder.Path).Findings.ShouldContain(finding => finding.File == RankingFile.Path);
    }

    [Fact]
    public void Slip_WhenASeedIsGiven_AlwaysSlipsAlike()
    {
        var noise = new TypingNoise(["发货火活获", "什么时候"]);

        noise.Slip("什么时候发货", 1).ShouldBe(noise.Slip("什么时候发货", 1));
        Enumerable.Range(0, 40).Select(seed => noise.Slip("什么时候发货", (ulong)seed)).Distinct().Count().ShouldBeGreaterThan(5);
        noise.Slip("好", 1).ShouldBe("好");
    }

    private static RankingTraining Train()
    {
        var bundle = ScriptSamples.Bundle(Dispatch, Refund, Size);
        return RankingTrainer.Train(bundle, ScriptIndexBuilder.Build(bundle), text => new ScriptQuery(text, ScriptSamples.Noon), []);
    }
}
