using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Search;

public class ScriptChoiceTests
{
    private static readonly string[] Words = ["发货", "什么时候", "退款", "多久", "到账", "尺码", "怎么选", "今天", "可以", "吗", "不", "运费", "谁出", "发票"];

    /// <summary>Scripts are chosen without working out all of them; the outcome must be as if they were, whatever the weights.</summary>
    [Fact]
    public void Take_AnyQuery_ChoosesWhatWorkingOutEveryScriptWouldChoose()
    {
        var random = new Random(7);
        var scripts = Enumerable.Range(0, 60).Select(i => ScriptSamples.Script($"intent{i % 9}.s{i}", Sentence(random), Sentence(random), Sentence(random), Sentence(random)) with
        {
            When = Conditions.None with
            {
                Stage = i % 4 == 0 ? Stage.InSale : Stage.Any,
                Buyers = i % 5 == 0 ? ["price.testing"] : [],
                Emotions = i % 7 == 0 ? ["angry"] : [],
            },
        }).ToArray();
        foreach (var letters in (double[])[-1.5, 0, 2])
        {
            var weights = new Dictionary<string, double>
            {
                [RankingFeatures.Sound] = letters,
                [RankingFeatures.Edits] = -letters / 2,
                [RankingFeatures.Found] = 0.9,
                [RankingFeatures.RepeatedIntent] = -1,
            };
            var index = (ScriptIndex)ScriptIndexBuilder.Build(ScriptBundle.From(ScriptSamples.Base(scripts) with { Ranking = new RankingWeights(weights, new Dictionary<string, string>()) }));
            for (var asked = 0; asked < 100; asked++)
            {
                var query = new ScriptQuery(Sentence(random), ScriptSamples.Noon)
                {
                    Top = 1 + (asked % 12),
                    Stage = asked % 2 == 0 ? Stage.AfterSale : null,
                    Emotion = "angry",
                    Buyers = asked % 3 == 0 ? ["price.testing"] : [],
                    IntentConfidences = asked % 4 == 0 ? null : new Dictionary<string, double> { [$"intent{asked % 9}"] = 0.7, [$"intent{(asked + 1) % 9}"] = 0.1 },
                };
                index.Search(query).Select(hit => (hit.Script.Id, hit.Score)).ShouldBe(ChooseFromAll(index, query).Select(hit => (hit.Script.Id, hit.Score)));
            }
        }
    }

    private static string Sentence(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => Words[random.Next(Words.Length)]));

    private static List<ScriptHit> ChooseFromAll(ScriptIndex index, ScriptQuery query)
    {
        var open = index.Find(query);
        var chosen = new List<ScriptHit>();
        while (chosen.Count < query.Top && open.Count > 0)
        {
            var best = open.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Script.Id, StringComparer.Ordinal).First();
            chosen.Add(best);
            open = [.. open.Where(hit => hit != best).Select(hit => hit.Script.Intent == best.Script.Intent ? index.Repeat(hit) : hit)];
        }

        return chosen;
    }
}
