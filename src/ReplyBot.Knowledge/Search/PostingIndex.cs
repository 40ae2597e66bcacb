using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// An immutable inverted index. Searching adds the precomputed impacts of the query's terms into one dense array of
/// scores, without a branch, and leaves finding the best to <see cref="TopDocuments"/>; on short texts that beats
/// pruning up to a million documents.
/// </summary>
internal sealed class PostingIndex(
    TermDictionary terms, int[] starts, Posting[] postings, int documents)
{
    private const int TermsAtOnce = 64;

    public int Documents { get; } = documents;

    public TermDictionary Terms { get; } = terms;

    public int[] Starts { get; } = starts;

    public Posting[] Postings { get; } = postings;

    /// <summary>What makes a search of a large index read less of it.</summary>
    public LongLists Longest { get; } = new(starts, postings);

    /// <summary>The size of all its arrays in bytes.</summary>
    public long Bytes => (Terms.Count * 16L) + (Starts.Length * 4L) + (Postings.Length * 6L);

    /// <summary>Adds the impacts of the query's terms to <paramref name="scores"/>, one entry a document.</summary>
    /// <param name="sortedTerms">The query's terms, equal ones side by side.</param>
    /// <param name="scores">The scores, 0 at first.</param>
    public void Accumulate(ReadOnlySpan<ulong> sortedTerms, Span<int> scores) => Accumulate(sortedTerms, [], scores, fold: 0);

    /// <summary>
    /// The same, except that documents that cannot be among the best may be left without a score.
    /// </summary>
    /// <param name="sortedTerms">The query's terms, equal ones side by side.</param>
    /// <param name="scores">The scores, 0 at first.</param>
    /// <param name="wanted">How many of the best are wanted.</param>
    /// <param name="accept">Whether a document counts; null accepts all.</param>
    /// <param name="fold">2 to the power of it are the documents, one after the other, that share a score and count as one.</param>
    public void AccumulateBest(ReadOnlySpan<ulong> sortedTerms, Span<int> scores, int wanted, Func<int, bool>? accept, int fold = 0)
    {
        var postponed = Longest.IsEmpty ? null : Longest.ToPostpone(this, sortedTerms);
        Accumulate(sortedTerms, CollectionsMarshal.AsSpan(postponed), scores, fold);
        if (postponed is { Count: > 0 } && !LongLists.AddToTheBest(this, postponed, scores, wanted, accept, fold))
        {
            foreach (var list in postponed)
                Add(ListOf(list.Term), list.Times, scores, fold);
        }
    }

    private void Accumulate(ReadOnlySpan<ulong> sortedTerms, ReadOnlySpan<LongLists.Postponed> postponed, Span<int> scores, int fold)
    {
        // All are looked up before any is added: each look-up waits for memory, and those that stand side by side wait at the same time.
        Span<Found> found = stackalloc Found[TermsAtOnce];
        for (var i = 0; i < sortedTerms.Length;)
        {
            var count = 0;
            for (; i < sortedTerms.Length && count < found.Length; count++)
            {
                var run = RunLength(sortedTerms, i);
                found[count] = new Found(Terms.Find(sortedTerms[i]), run);
                i += run;
            }

            foreach (var (term, times) in found[..count])
            {
                if (term >= 0 && !IsAmong(postponed, term))
                    Add(ListOf(term), times, scores, fold);
            }
        }
    }

    private static bool IsAmong(ReadOnlySpan<LongLists.Postponed> postponed, int term)
    {
        foreach (var list in postponed)
        {
            if (list.Term == term)
                return true;
        }

        return false;
    }

    /// <summary>The postings of a term, in order of their documents.</summary>
    public ReadOnlySpan<Posting> ListOf(int term) => Postings.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<Posting> list, int times, Span<int> scores, int fold)
    {
        if (times == 1)
        {
            foreach (var posting in list)
                scores[posting.Document >> fold] += posting.Impact;
        }
        else
        {
            foreach (var posting in list)
                scores[posting.Document >> fold] += times * posting.Impact;
        }
    }

    internal static int RunLength(ReadOnlySpan<ulong> sortedTerms, int at)
    {
        var run = 1;
        while (at + run < sortedTerms.Length && sortedTerms[at + run] == sortedTerms[at])
            run++;
        return run;
    }

    /// <param name="Term">The number of a term of the query; -1 where no text has it.</param>
    /// <param name="Times">How often the query has it.</param>
    private readonly record struct Found(int Term, int Times);
}
