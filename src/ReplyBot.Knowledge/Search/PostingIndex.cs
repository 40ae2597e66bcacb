using System.Runtime.CompilerServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// An immutable inverted index. Searching adds the precomputed impacts of the query's terms into one dense array of
/// scores, without a branch, and leaves finding the best to <see cref="TopDocuments"/>; on short texts that beats
/// pruning up to a million documents.
/// </summary>
internal sealed class PostingIndex(
    TermDictionary terms, int[] starts, Posting[] postings, int documents)
{
    public int Documents { get; } = documents;

    public TermDictionary Terms { get; } = terms;

    public int[] Starts { get; } = starts;

    public Posting[] Postings { get; } = postings;

    /// <summary>The size of all its arrays in bytes.</summary>
    public long Bytes => (Terms.Count * 16L) + (Starts.Length * 4L) + (Postings.Length * 6L);

    /// <summary>Adds the impacts of the query's terms to <paramref name="scores"/>, one entry a document.</summary>
    /// <param name="sortedTerms">The query's terms, equal ones side by side.</param>
    /// <param name="scores">The scores, 0 at first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Accumulate(ReadOnlySpan<ulong> sortedTerms, Span<int> scores)
    {
        for (var i = 0; i < sortedTerms.Length;)
        {
            var run = RunLength(sortedTerms, i);
            var term = Terms.Find(sortedTerms[i]);
            i += run;
            if (term < 0)
                continue;
            var list = Postings.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);
            if (run == 1)
            {
                foreach (var posting in list)
                    scores[posting.Document] += posting.Impact;
            }
            else
            {
                foreach (var posting in list)
                    scores[posting.Document] += run * posting.Impact;
            }
        }
    }

    private static int RunLength(ReadOnlySpan<ulong> sortedTerms, int at)
    {
        var run = 1;
        while (at + run < sortedTerms.Length && sortedTerms[at + run] == sortedTerms[at])
            run++;
        return run;
    }
}
