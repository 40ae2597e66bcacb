using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Finds the highest scores, sixteen at a time where the processor can, and clears all. What exceeds a guessed threshold, or everything where
/// the guess was too high, is collected as keys: the score above, below it the document, reversed, so that the lower one is the greater key. Whenever there is
/// no more room, the best are kept, and from then on only what is better than the least of them is collected.
/// </summary>
internal static class TopDocuments
{
    private const int UsualRoom = 256;

    /// <summary>So many times the wanted number is collected before the best of it are kept.</summary>
    private const int Spare = 4;

    /// <summary>Fewer documents are looked through without a guess.</summary>
    private const int FewestToGuess = 4096;

    /// <summary>From one vector that a guess is made from to the next.</summary>
    private static readonly int Step = 4 * Vector512<int>.Count;

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
        var keys = best.Length <= UsualRoom ? stackalloc long[Spare * best.Length] : new long[Spare * best.Length];
        keys = keys[..Collect(scores, keys, best.Length, accept)];
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
        var keys = wanted <= UsualRoom ? stackalloc long[Spare * wanted] : new long[Spare * wanted];
        return wanted > 0 && Collect(scores, keys, wanted, accept) == wanted ? ScoreOf(keys[wanted - 1]) : 0;
    }

    /// <summary>Collects the best; where there are as many as wanted, the least of them comes last.</summary>
    /// <returns>How many there are.</returns>
    private static int Collect(ReadOnlySpan<int> scores, Span<long> keys, int wanted, Func<int, bool>? accept)
    {
        var least = LikelyLeast(scores, wanted);
        var count = CollectAbove(least, scores, keys, wanted, accept);
        if (count < wanted && least > 0)
            count = CollectAbove(0, scores, keys, wanted, accept);
        if (count < wanted)
            return count;
        BringForward(keys[..count], wanted);
        return wanted;
    }

    /// <summary>Collects the keys of scores above a threshold; of more than there is room for, the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CollectAbove(int threshold, ReadOnlySpan<int> scores, Span<long> keys, int wanted, Func<int, bool>? accept)
    {
        var count = 0;
        var at = 0;
        for (; at + Vector512<int>.Count <= scores.Length; at += Vector512<int>.Count)
        {
            var higher = Vector512.GreaterThan(Vector512.LoadUnsafe(in scores[at]), Vector512.Create(threshold)).ExtractMostSignificantBits();
            for (; higher != 0; higher &= higher - 1)
                Offer(scores, at + BitOperations.TrailingZeroCount(higher), keys, wanted, ref count, ref threshold, accept);
        }

        for (; at < scores.Length; at++)
            Offer(scores, at, keys, wanted, ref count, ref threshold, accept);
        return count;
    }

    /// <summary>
    /// A threshold that two to four times as many documents as are wanted are likely to exceed, guessed from every fourth vector; 0 where
    /// there are too few to guess from. A wrong guess costs a second pass and no document.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LikelyLeast(ReadOnlySpan<int> scores, int wanted)
    {
        if (scores.Length < FewestToGuess)
            return 0;
        var greatest = Vector512<int>.Zero;
        for (var at = 0; at + Vector512<int>.Count <= scores.Length; at += Step)
            greatest = Vector512.Max(greatest, Vector512.LoadUnsafe(in scores[at]));
        var (low, high) = (0, 0);
        for (var lane = 0; lane < Vector512<int>.Count; lane++)
            high = Math.Max(high, greatest[lane]);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var above = CountAbove(scores, middle);
            if (above > wanted)
                low = middle;
            else if (above < wanted / 2)
                high = middle;
            else
                return middle;
        }

        return low;
    }

    private static int CountAbove(ReadOnlySpan<int> scores, int threshold)
    {
        var above = 0;
        for (var at = 0; at + Vector512<int>.Count <= scores.Length; at += Step)
            above += BitOperations.PopCount(Vector512.GreaterThan(Vector512.LoadUnsafe(in scores[at]), Vector512.Create(threshold)).ExtractMostSignificantBits());
        return above;
    }

    private static void Offer(
        ReadOnlySpan<int> scores, int document, Span<long> keys, int wanted, ref int count, ref int threshold, Func<int, bool>? accept)
    {
        var score = scores[document];
        if (score <= threshold || (accept is not null && !accept(document)))
            return;
        keys[count++] = ((long)score << 32) | (uint)~document;
        if (count < keys.Length)
            return;
        BringForward(keys, wanted);
        count = wanted;
        threshold = ScoreOf(keys[wanted - 1]);
    }

    /// <summary>Brings the greatest keys to the front, the least of them last (Hoare's selection).</summary>
    /// <param name="keys">Keys, all different.</param>
    /// <param name="wanted">How many of them.</param>
    private static void BringForward(Span<long> keys, int wanted)
    {
        var first = 0;
        var last = keys.Length - 1;
        while (first < last)
        {
            var pivot = keys[(first + last) / 2];
            var left = first;
            var right = last;
            while (left <= right)
            {
                while (keys[left] > pivot)
                    left++;
                while (keys[right] < pivot)
                    right--;
                if (left > right)
                    break;
                (keys[left], keys[right]) = (keys[right], keys[left]);
                left++;
                right--;
            }

            if (wanted - 1 <= right)
                last = right;
            else if (wanted - 1 >= left)
                first = left;
            else
                return;
        }
    }

    private static int ScoreOf(long key) => (int)(key >> 32);

    private static int DocumentOf(long key) => ~(int)(uint)key;
}
