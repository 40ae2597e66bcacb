using System.Runtime.Intrinsics;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// Adds rows of a matrix, each times a number: what scoring consists of. Sums stay in registers while the rows go by, sixty-four columns at
/// a time; a call for each row would spend more on reading and writing the sums than on adding.
/// </summary>
internal static class WeightedRows
{
    /// <summary>Adds rows to sums.</summary>
    /// <param name="matrix">Rows as long as <paramref name="sums"/>.</param>
    /// <param name="rows">The rows' numbers.</param>
    /// <param name="weights">What each row is multiplied with.</param>
    /// <param name="sums">What they are added to.</param>
    public static void Add(ReadOnlySpan<float> matrix, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var width = sums.Length;
        var column = 0;
        for (; column + (4 * Vector512<float>.Count) <= width; column += 4 * Vector512<float>.Count)
            AddFour(matrix[column..], width, rows, weights, sums[column..]);
        for (; column + Vector512<float>.Count <= width; column += Vector512<float>.Count)
        {
            var sum = Vector512.LoadUnsafe(ref sums[column]);
            for (var i = 0; i < rows.Length; i++)
                sum += Vector512.LoadUnsafe(in matrix[(rows[i] * width) + column]) * weights[i];
            sum.StoreUnsafe(ref sums[column]);
        }

        for (var i = 0; i < rows.Length && column < width; i++)
        {
            var rest = matrix.Slice((rows[i] * width) + column, width - column);
            for (var j = 0; j < rest.Length; j++)
                sums[column + j] += rest[j] * weights[i];
        }
    }

    private static void AddFour(ReadOnlySpan<float> matrix, int width, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var size = Vector512<float>.Count;
        var first = Vector512.LoadUnsafe(ref sums[0]);
        var second = Vector512.LoadUnsafe(ref sums[size]);
        var third = Vector512.LoadUnsafe(ref sums[2 * size]);
        var fourth = Vector512.LoadUnsafe(ref sums[3 * size]);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = matrix.Slice(rows[i] * width, 4 * size);
            var weight = weights[i];
            first += Vector512.LoadUnsafe(in row[0]) * weight;
            second += Vector512.LoadUnsafe(in row[size]) * weight;
            third += Vector512.LoadUnsafe(in row[2 * size]) * weight;
            fourth += Vector512.LoadUnsafe(in row[3 * size]) * weight;
        }

        first.StoreUnsafe(ref sums[0]);
        second.StoreUnsafe(ref sums[size]);
        third.StoreUnsafe(ref sums[2 * size]);
        fourth.StoreUnsafe(ref sums[3 * size]);
    }
}
