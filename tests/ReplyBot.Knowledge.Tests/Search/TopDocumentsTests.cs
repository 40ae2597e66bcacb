using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Search;

public class TopDocumentsTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 5)]
    [InlineData(16, 1)]
    [InlineData(1000, 7)]
    [InlineData(1001, 128)]
    [InlineData(5000, 300)]
    [InlineData(14_000, 128)]
    [InlineData(14_000, 20)]
    public void Take_AnyScores_ReturnsTheHighestWithTheLowerDocumentFirstAndClears(int documents, int room)
    {
        // Few different scores, so that many are equal.
        var random = new Random(documents + room);
        var scores = Enumerable.Range(0, documents).Select(_ => random.Next(-2, 40)).ToArray();
        var wanted = scores.Index().Where(one => one.Item > 0 && one.Index % 3 != 0)
            .OrderByDescending(one => one.Item).ThenBy(one => one.Index).Take(room)
            .Select(one => (one.Index, (float)one.Item)).ToArray();
        var best = new ScoredDocument[room];

        var count = TopDocuments.Take(scores, best, document => document % 3 != 0);

        best.Take(count).Select(one => (one.Document, one.Score)).ShouldBe(wanted);
        scores.ShouldAllBe(score => score == 0);
    }

    [Fact]
    public void Take_WhenOnlyLowScoresAreAccepted_FindsThem()
    {
        // Thousands score higher than all that may be returned, and what is best is not where it is looked for first.
        var scores = Enumerable.Range(0, 10_000).Select(document => document < 200 ? 1 + (document % 50) : 100 + (document % 977)).ToArray();
        var best = new ScoredDocument[128];

        var count = TopDocuments.Take(scores, best, document => document < 200);

        count.ShouldBe(128);
        best.Select(one => one.Document).ShouldAllBe(document => document < 200);
        best[0].ShouldBe(new ScoredDocument(49, 50));
        best.Select(one => one.Score).ShouldBeInOrder(SortDirection.Descending);
    }
}
