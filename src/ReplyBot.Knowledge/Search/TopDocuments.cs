using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Finds the highest scores in one pass, sixteen at a time where the processor can, and clears the rest behind it. What is best so far
/// is kept in a heap of keys, the least on top: the score above, below it the document, reversed, so that the lower one is the greater key.
/// </summary>
internal static class TopDocuments
{
    private const int UsualRoom = 256;

    /// <summary>
    /// Moves the best of <paramref name="scores"/> into <paramref name="best"/>, highest first, lower document first among
    /// equals, and sets all scores back to 0.
    /// </summary>
    /// <param name="scores">The scores; those at or below 0 never count.</param>
    /// <param name="best">Room for as many as are wanted.</param>
    /// <param name="accept">Whether a document may be returned; null accepts all.</param>
    /// <returns>How many were found.</returns>
    public static int Take(Span<int> scores, Span<ScoredDocument> best, Func<int, bool>? accept = null)
    {
        if (best.IsEmpty)
            return 0;
        var keys = best.Length <= UsualRoom ? stackalloc long[best.Length] : new long[best.Length];
        keys = keys[..Collect(scores, keys, accept)];
        scores.Clear();
        keys.Sort();
        for (var i = 0; i < keys.Length; i++)
            best[i] = new ScoredDocument(DocumentOf(keys[^(i + 1)]), ScoreOf(keys[^(i + 1)]));
        return keys.Length;
    }

    /// <summary>The score that the last of the best has; 0 where there are fewer than wanted.</summary>
    /// <param name="scores">The scores; those at or below 0 never count.</param>
    /// <param name="wanted">How many of the best are wanted.</param>
    /// <param name="accept">Whether a document counts; null accepts all.</param>
    public static int Least(Span<int> scores, int wanted, Func<int, bool>? accept = null)
    {
        var keys = wanted <= UsualRoom ? stackalloc long[wanted] : new long[wanted];
        return wanted > 0 && Collect(scores, keys, accept) == wanted ? ScoreOf(keys[0]) : 0;
    }

    /// <summary>Makes the heap of the best.</summary>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Collect(Span<int> scores, Span<long> keys, Func<int, bool>? accept)
    {
        var count = 0;
        var threshold = 0;
        var at = 0;
        for (; at + Vector512<int>.Count <= scores.Length; at += Vector512<int>.Count)
        {
            var higher = Vector512.GreaterThan(Vector512.LoadUnsafe(ref scores[at]), Vector512.Create(threshold)).ExtractMostSignificantBits();
            for (; higher != 0; higher &= higher - 1)
                Offer(scores, at + BitOperations.TrailingZeroCount(higher), keys, ref count, ref threshold, accept);
        }

        for (; at < scores.Length; at++)
            Offer(scores, at, keys, ref count, ref threshold, accept);
        return count;
    }

    private static void Offer(ReadOnlySpan<int> scores, int document, Span<long> keys, ref int count, ref int threshold, Func<int, bool>? accept)
    {
        var score = scores[document];
        if (score <= threshold || (accept is not null && !accept(document)))
            return;
        var key = ((long)score << 32) | (uint)~document;
        if (count < keys.Length)
            Raise(keys, count++, key);
        else
            Sink(keys, key);
        if (count == keys.Length)
            threshold = ScoreOf(keys[0]);
    }

    /// <summary>Adds a key at the end of the heap.</summary>
    private static void Raise(Span<long> keys, int at, long key)
    {
        while (at > 0 && keys[(at - 1) / 2] > key)
        {
            keys[at] = keys[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        keys[at] = key;
    }

    /// <summary>Puts a key in the place of the least.</summary>
    private static void Sink(Span<long> keys, long key)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= keys.Length)
                break;
            if (child + 1 < keys.Length && keys[child + 1] < keys[child])
                child++;
            if (keys[child] >= key)
                break;
            keys[at] = keys[child];
            at = child;
        }

        keys[at] = key;
    }

    private static int ScoreOf(long key) => (int)(key >> 32);

    private static int DocumentOf(long key) => ~(int)(uint)key;
}
