using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The posting lists of the commonest terms, which say least and cost most. A search reads the others first: whatever is then further
/// behind the best than the postponed lists can add together is out, and only for the few documents that are left the lists are looked
/// into. The best are the same as without it. (MaxScore; Turtle and Flood, Query evaluation: strategies and optimizations, 1995.)
/// </summary>
internal sealed class LongLists
{
    /// <summary>Shorter lists are read as quickly as looked into.</summary>
    private const int Shortest = 16_384;

    /// <summary>How much of a query's greatest possible score may be postponed: with more too many documents are left.</summary>
    private const double Share = 0.07;

    /// <summary>With more documents left than this, reading the lists is quicker.</summary>
    private const int MostLeft = 8_192;

    /// <summary>So few documents are sooner looked up in one more list than looked through for those that are out by now.</summary>
    private const int Few = 256;

    private readonly Dictionary<int, int> _greatest = [];

    public LongLists(ReadOnlySpan<int> starts, ReadOnlySpan<Posting> postings)
    {
        for (var term = 0; term + 1 < starts.Length; term++)
        {
            if (starts[term + 1] - starts[term] < Shortest)
                continue;
            var greatest = 0;
            foreach (var posting in postings[starts[term]..starts[term + 1]])
                greatest = Math.Max(greatest, posting.Impact);
            _greatest[term] = greatest;
        }
    }

    /// <summary>A list that is postponed.</summary>
    /// <param name="Term">Its term.</param>
    /// <param name="Times">How often the query has the term.</param>
    /// <param name="Most">What it can add to a score.</param>
    public readonly record struct Postponed(int Term, int Times, int Most);

    public bool IsEmpty => _greatest.Count == 0;

    /// <summary>Chooses the lists to postpone: those that say least for their length.</summary>
    public List<Postponed> ToPostpone(PostingIndex index, ReadOnlySpan<ulong> sortedTerms)
    {
        var lists = new List<Postponed>();
        var possible = 0.0;
        for (var i = 0; i < sortedTerms.Length;)
        {
            var run = PostingIndex.RunLength(sortedTerms, i);
            var term = index.Terms.Find(sortedTerms[i]);
            i += run;
            if (term < 0)
                continue;
            if (_greatest.TryGetValue(term, out var greatest))
                lists.Add(new Postponed(term, run, run * greatest));
            // Of a short list any impact tells about as much as the greatest: this decides only how much work is done.
            possible += run * (greatest > 0 ? greatest : index.ListOf(term)[0].Impact);
        }

        lists.Sort((left, right) => ((double)left.Most / index.ListOf(left.Term).Length).CompareTo((double)right.Most / index.ListOf(right.Term).Length));
        var chosen = 0;
        for (var added = 0.0; chosen < lists.Count && (added += lists[chosen].Most) <= Share * possible;)
            chosen++;
        lists.RemoveRange(chosen, lists.Count - chosen);
        return lists;
    }

    /// <summary>Adds what is in the postponed lists to the scores of all documents that may be among the best, and sets the others to 0.</summary>
    /// <returns>Whether it did; otherwise too many may be, and nothing was changed.</returns>
    public static bool AddToTheBest(PostingIndex index, List<Postponed> postponed, Span<int> scores, int wanted, Func<int, bool>? accept, int fold)
    {
        var more = postponed.Sum(list => list.Most) << fold;
        var least = TopDocuments.Least(scores, wanted, accept) - more;
        if (least <= 0)
            return false;
        var left = ArrayPool<int>.Shared.Rent(2 * MostLeft);
        var documents = left.AsSpan(0, MostLeft);
        var count = Gather(scores, least, documents);
        if (count <= MostLeft)
        {
            var sums = left.AsSpan(MostLeft, count);
            for (var i = 0; i < count; i++)
                sums[i] = scores[documents[i]];
            for (var last = postponed.Count - 1; last >= 0; last--)
            {
                Add(index.ListOf(postponed[last].Term), postponed[last].Times, documents[..count], sums, fold);
                more -= postponed[last].Most << fold;
                if (last > 0 && count > Few)
                    count = Keep(documents[..count], sums, TopDocuments.Least(sums[..count], wanted, accept is null ? null : i => accept(left[i])) - more);
            }

            scores.Clear();
            for (var i = 0; i < count; i++)
                scores[documents[i]] = sums[i];
        }

        ArrayPool<int>.Shared.Return(left);
        return count <= MostLeft;
    }

    /// <summary>Brings the documents with at least the given sum to the front.</summary>
    /// <returns>How many they are.</returns>
    private static int Keep(Span<int> documents, Span<int> sums, int least)
    {
        var kept = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            if (sums[i] >= least)
                (documents[kept], sums[kept++]) = (documents[i], sums[i]);
        }

        return kept;
    }

    /// <summary>Finds the documents with at least the given score.</summary>
    /// <returns>How many there are; where the room does not suffice, one more than the room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Gather(ReadOnlySpan<int> scores, int least, Span<int> documents)
    {
        var count = 0;
        var at = 0;
        for (; at + Vector512<int>.Count <= scores.Length; at += Vector512<int>.Count)
        {
            var enough = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(in scores[at]), Vector512.Create(least)).ExtractMostSignificantBits();
            for (; enough != 0; enough &= enough - 1)
            {
                if (count == documents.Length)
                    return count + 1;
                documents[count++] = at + BitOperations.TrailingZeroCount(enough);
            }
        }

        for (; at < scores.Length; at++)
        {
            if (scores[at] < least)
                continue;
            if (count == documents.Length)
                return count + 1;
            documents[count++] = at;
        }

        return count;
    }

    /// <summary>Looks documents up in a list: in growing steps from the one before, then by halves.</summary>
    private static void Add(ReadOnlySpan<Posting> list, int times, ReadOnlySpan<int> documents, Span<int> sums, int fold)
    {
        var from = 0;
        for (var i = 0; i < documents.Length && from < list.Length; i++)
        {
            var to = from;
            for (var step = 64; to < list.Length && list[to].Document >> fold < documents[i]; step *= 2)
                (from, to) = (to, to + step);
            to = Math.Min(to, list.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (list[middle].Document >> fold < documents[i])
                    from = middle + 1;
                else
                    to = middle;
            }

            for (; from < list.Length && list[from].Document >> fold == documents[i]; from++)
                sums[i] += times * list[from].Impact;
        }
    }
}
