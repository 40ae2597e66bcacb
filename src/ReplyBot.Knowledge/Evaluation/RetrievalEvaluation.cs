using ReplyBot.Knowledge.Search;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Evaluation;

/// <summary>
/// Measures the search engine on a corpus of its own or anybody else's: a document for each text, the documents that
/// each query should find, and how soon and how fast they are found. Ranking is included in every figure.
/// </summary>
public static class RetrievalEvaluation
{
    /// <summary>How many documents are looked at for each query; MRR counts the first ten.</summary>
    private const int Depth = 10;

    /// <summary>Queries before the clock starts: the runtime compiles what runs often a second time, in the background.</summary>
    private const int FewestWarmUpQueries = 1000;
    private const int MostWarmUpQueries = 100_000;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    /// <summary>Measures.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="queries">The queries; a query's own id is never returned for it.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then.</param>
    /// <param name="time">The clock to measure with.</param>
    public static RetrievalFigures Measure(
        IReadOnlyList<RetrievalDocument> corpus, IReadOnlyList<RetrievalQuery> queries, IProgress<double>? progress = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(queries);
        time ??= TimeProvider.System;
        var start = time.GetTimestamp();
        var index = TextIndex.Build(corpus.Select(document => document.Text));
        var buildSeconds = time.GetElapsedTime(start).TotalSeconds;
        progress?.Report(0.3);

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < corpus.Count; i++)
            numbers.TryAdd(corpus[i].Id, i);

        WarmUp(index, queries, time);
        var latencies = new double[queries.Count];
        var figures = new RankFigures();
        var best = new ScoredDocument[TextIndex.Candidates];
        for (var i = 0; i < queries.Count; i++)
        {
            var query = queries[i];
            var own = numbers.GetValueOrDefault(query.Id, -1);
            var before = time.GetTimestamp();
            var count = index.Search(TextNormalizer.Default.Normalize(query.Text), best, document => document != own);
            latencies[i] = time.GetElapsedTime(before).TotalMicroseconds;
            figures.Add(RankOfFirst(best.AsSpan(0, Math.Min(count, Depth)), query.Relevant, numbers));
            if (i % 256 == 0)
                progress?.Report(0.3 + (0.7 * i / queries.Count));
        }

        var total = latencies.Sum();
        Array.Sort(latencies);
        progress?.Report(1);
        return new RetrievalFigures(
            figures.Share(1), figures.Share(3), figures.Share(10), figures.MeanReciprocalRank,
            buildSeconds, total > 0 ? queries.Count / total * 1e6 : 0, Percentile(latencies, 0.50), Percentile(latencies, 0.99), index.Bytes);
    }

    private static void WarmUp(TextIndex index, IReadOnlyList<RetrievalQuery> queries, TimeProvider time)
    {
        var best = new ScoredDocument[TextIndex.Candidates];
        var start = time.GetTimestamp();
        for (var i = 0; queries.Count > 0 && i < MostWarmUpQueries; i++)
        {
            index.Search(TextNormalizer.Default.Normalize(queries[i % queries.Count].Text), best);
            if (i >= FewestWarmUpQueries && time.GetElapsedTime(start) >= WarmUpTime)
                return;
        }
    }

    /// <summary>The rank of the first relevant document, from 1; 0 when none was found.</summary>
    private static int RankOfFirst(ReadOnlySpan<ScoredDocument> found, IReadOnlyList<string> relevant, Dictionary<string, int> numbers)
    {
        var wanted = relevant.Select(id => numbers.GetValueOrDefault(id, -1)).ToHashSet();
        for (var i = 0; i < found.Length; i++)
        {
            if (wanted.Contains(found[i].Document))
                return i + 1;
        }

        return 0;
    }

    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
