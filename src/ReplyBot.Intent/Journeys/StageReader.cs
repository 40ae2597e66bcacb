using ReplyBot.Intent.Classification;
using ReplyBot.Text;

namespace ReplyBot.Intent.Journeys;

/// <summary>
/// Says where on the journey a buyer stands: by the stages in which the likely intents are usually asked, and by words with which
/// buyers tell it themselves, which count for more.
/// </summary>
internal sealed class StageReader
{
    private const double WordsWeight = 0.6;
    private const double LeastWeight = 0.45;
    private const int StageCount = (int)JourneyStage.Review + 1;

    private static readonly PhraseMatcher<JourneyStage> Words = new(
        [
            .. With(JourneyStage.PreSale, "想买", "还没买", "没下单", "打算买", "准备买", "准备入手", "考虑买", "买之前", "下单前", "下单之前", "拍之前", "拍前", "先问", "如果买", "要是买", "想入手", "想下单"),
            .. With(JourneyStage.InSale, "刚拍", "刚下单", "刚买", "刚付", "已拍", "已经拍", "已下单", "已经下单", "已付款", "已经付", "付款了", "付完款", "下完单", "还没发货", "没发货", "待发货", "在路上", "还没收到", "还没到"),
            .. With(JourneyStage.AfterSale, "收到货", "到货了", "收到了", "刚收到", "已收到", "签收了", "拿到手", "拆开", "打开一看", "用了几", "用了一", "用了两", "用了三", "穿了一", "穿了几", "穿了两", "洗了一", "洗过", "买回来", "装好了", "坏了"),
            .. With(JourneyStage.Review, "评价", "追评", "晒单", "晒图", "好评", "中评", "差评"),
        ],
        PhraseMatching.Text);

    private readonly IReadOnlyDictionary<string, JourneyStage> stages;

    /// <param name="stages">The stage in which each intent is usually asked.</param>
    public StageReader(IReadOnlyDictionary<string, JourneyStage> stages) => this.stages = stages;

    /// <summary>The stage, or null where nothing shows it.</summary>
    public JourneyStage? Read(string normalized, IntentPrediction intent)
    {
        Span<double> weights = stackalloc double[StageCount];
        weights.Clear();
        foreach (var scored in intent.Ranked)
            if (stages.TryGetValue(scored.Id, out var stage))
                weights[(int)stage] += scored.Confidence;
        var said = Words.Find(normalized).Select(match => match.Value).Distinct().ToArray();
        foreach (var stage in said)
            weights[(int)stage] += WordsWeight / said.Length;

        var best = 0;
        for (var stage = 1; stage < StageCount; stage++)
            if (weights[stage] > weights[best])
                best = stage;
        return weights[best] >= LeastWeight ? (JourneyStage)best : null;
    }

    private static IEnumerable<(string Phrase, JourneyStage Stage)> With(JourneyStage stage, params string[] phrases) =>
        phrases.Select(phrase => (phrase, stage));
}
