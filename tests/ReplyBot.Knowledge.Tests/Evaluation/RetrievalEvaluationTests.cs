using ReplyBot.Knowledge.Evaluation;

namespace ReplyBot.Knowledge.Tests.Evaluation;

public class RetrievalEvaluationTests
{
    private static readonly RetrievalDocument[] Corpus =
    [
        new("a", "什么时候发货"), new("b", "几时能发货呢"), new("c", "我要申请退款"), new("d", "退款怎么申请"), new("e", "衣服会不会起球"),
    ];

    [Fact]
    public void Measure_WhenTheRightTextIsNearest_CountsAHit()
    {
        var figures = RetrievalEvaluation.Measure(Corpus, [new("q1", "什么时候能发货", ["a"]), new("q2", "怎么申请退款", ["d"])]);

        (figures.Hit1, figures.Hit3, figures.Hit10, figures.Mrr10).ShouldBe((1, 1, 1, 1));
        figures.IndexBytes.ShouldBeGreaterThan(0);
        figures.Qps.ShouldBeGreaterThan(0);
        figures.P99.ShouldBeGreaterThanOrEqualTo(figures.P50);
    }

    [Fact]
    public void Measure_WhenTheQueryIsInTheCorpus_NeverReturnsItself()
    {
        var figures = RetrievalEvaluation.Measure(Corpus, [new("a", "什么时候发货", ["a"]), new("a", "什么时候发货", ["b"])]);

        figures.Hit10.ShouldBe(0.5);
        figures.Hit1.ShouldBe(0.5);
    }

    [Fact]
    public void Measure_WhenTheRightTextIsSecond_CountsHalf()
    {
        var figures = RetrievalEvaluation.Measure(Corpus, [new("q", "什么时候发货", ["b"])]);

        (figures.Hit1, figures.Hit3, figures.Mrr10).ShouldBe((0, 1, 0.5));
    }

    [Fact]
    public void Measure_WhenThereIsNothing_DividesByNothing()
    {
        var figures = RetrievalEvaluation.Measure([], []);

        (figures.Hit1, figures.Mrr10, figures.Qps, figures.P99).ShouldBe((0, 0, 0, 0));
    }
}
