using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>Finds the highest scores in one pass, sixteen at a time where the processor can, and clears the rest behind it.</summary>
internal static class TopDocuments
{
    /// <summary>
    /// Moves the best of <paramref name="scores"/> into <paramref name="best"/>, highest first, lower document first among
    /// equals, and sets all scores back to 0.
    /// </summary>
    /// <param name="scores">The scores; those at or below 0 never count.</param>
    /// <param name="best">Room for as many as are wanted.</param>
    /// <param name="accept">Whether a document may be returned; null accepts all.</param>
    /// <returns>How many were found.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Take(Span<int> scores, Span<ScoredDocument> best, Func<int, bool>? accept = null)
    {
        var count = 0;
        var threshold = 0;
        var width = Vector<int>.Count;
        var at = 0;
        for (; at + width <= scores.Length; at += width)
        {
            if (Vector.GreaterThanAny(new Vector<int>(scores.Slice(at, width)), new Vector<int>(threshold)))
                Offer(scores.Slice(at, width), at, best, ref count, ref threshold, accept);
        }

        Offer(scores[at..], at, best, ref count, ref threshold, accept);
        scores.Clear();
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Offer(
        ReadOnlySpan<int> scores, int first, Span<ScoredDocument> best, ref int count, ref int threshold, Func<int, bool>? accept)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var score = scores[i];
            if (score <= threshold || (accept is not null && !accept(first + i)))
                continue;
            var place = Math.Min(PlaceOf(score, best[..count]), best.Length - 1);
            count = Math.Min(count + 1, best.Length);
            best[place..(count - 1)].CopyTo(best[(place + 1)..]);
            best[place] = new ScoredDocument(first + i, score);
            if (count == best.Length)
                threshold = (int)best[count - 1].Score;
        }
    }

    /// <summary>The place after all that score as high or higher.</summary>
    private static int PlaceOf(int score, ReadOnlySpan<ScoredDocument> best)
    {
        var (from, to) = (0, best.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (best[middle].Score < score)
                to = middle;
            else
                from = middle + 1;
        }

        return from;
    }
}
