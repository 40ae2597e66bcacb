using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Search;

public class LongListsTests
{
    private const int Documents = 40_000;
    private const int Terms = 400;

    private static readonly PostingIndex Index = Build();

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(20, false, 0)]
    [InlineData(20, true, 0)]
    [InlineData(300, false, 0)]
    [InlineData(20, false, 1)]
    [InlineData(64, true, 1)]
    public void AccumulateBest_AnyQuery_FindsWhatReadingEveryListFinds(int wanted, bool onlySome, int fold)
    {
        var random = new Random(wanted);
        Func<int, bool>? accept = onlySome ? document => document % 7 == 3 : null;
        var postponed = 0;
        for (var round = 0; round < 60; round++)
        {
            var query = Enumerable.Range(0, random.Next(1, 24)).Select(_ => Key(TermOf(random))).Order().ToArray();
            postponed += Index.Longest.ToPostpone(Index, query).Count;
            Best(scores => Index.AccumulateBest(query, scores, wanted, accept, fold)).ShouldBe(Best(scores => AccumulateAll(query, scores)));
        }

        postponed.ShouldBeGreaterThan(0, "otherwise nothing was shown");

        ScoredDocument[] Best(Action<int[]> accumulate)
        {
            var scores = new int[Documents >> fold];
            accumulate(scores);
            var best = new ScoredDocument[wanted];
            return best[..TopDocuments.Take(scores, best, accept)];
        }

        void AccumulateAll(ulong[] query, int[] scores)
        {
            var each = new int[Documents];
            Index.Accumulate(query, each);
            for (var document = 0; document < Documents; document++)
                scores[document >> fold] += each[document];
        }
    }

    private static PostingIndex Build()
    {
        var random = new Random(5);
        var builder = new PostingIndexBuilder([1f]);
        for (var document = 0; document < Documents; document++)
            builder.Add(Enumerable.Range(0, random.Next(4, 14)).Select(_ => Key(TermOf(random))).Order().ToArray(), 1f);
        return builder.Build();
    }

    /// <summary>Low terms much more often than high ones.</summary>
    private static int TermOf(Random random) => (int)(Terms * Math.Pow(random.NextDouble(), 4));

    private static ulong Key(int term) => TermKey.Of(TermStream.Unigram, (ulong)term);
}
