using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// A matrix whose rows are added, each times a number: what scoring consists of. Sums stay in registers while the rows go by, sixty-four
/// columns at a time; a call for each row would spend more on reading and writing the sums than on adding. Rows are filled up with zeros to
/// whole registers, so that no column is left over.
/// </summary>
internal sealed class WeightedRows
{
    private readonly int width;
    private readonly int stride;
    private readonly float[] values;

    /// <param name="values">Row after row.</param>
    /// <param name="width">How long a row is.</param>
    public WeightedRows(ReadOnlySpan<float> values, int width)
        : this(width, values.Length / width)
    {
        for (var row = 0; row * width < values.Length; row++)
            values.Slice(row * width, width).CopyTo(this.values.AsSpan(row * stride));
    }

    /// <param name="values">Row after row.</param>
    /// <param name="width">How long a row is.</param>
    public WeightedRows(ReadOnlySpan<Half> values, int width)
        : this(width, values.Length / width)
    {
        for (var row = 0; row * width < values.Length; row++)
            TensorPrimitives.ConvertToSingle(values.Slice(row * width, width), this.values.AsSpan(row * stride));
    }

    private WeightedRows(int width, int rows)
    {
        this.width = width;
        stride = (width + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;
        values = new float[rows * stride];
    }

    /// <summary>A row.</summary>
    public ReadOnlySpan<float> this[int row] => values.AsSpan(row * stride, width);

    /// <summary>Row after row, in the precision of the file.</summary>
    public Half[] ToHalves()
    {
        var halves = new Half[values.Length / stride * width];
        for (var row = 0; row * stride < values.Length; row++)
            TensorPrimitives.ConvertToHalf(this[row], halves.AsSpan(row * width));
        return halves;
    }

    /// <summary>Adds rows to sums.</summary>
    /// <param name="rows">The rows' numbers.</param>
    /// <param name="weights">What each row is multiplied with.</param>
    /// <param name="sums">What they are added to; as long as a row.</param>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        Span<float> padded = stackalloc float[stride];
        sums.CopyTo(padded);
        var column = 0;
        for (; column + (4 * Vector512<float>.Count) <= stride; column += 4 * Vector512<float>.Count)
            AddFour(column, rows, weights, padded[column..]);
        if (column < stride)
            AddRest(column, rows, weights, padded[column..]);
        padded[..width].CopyTo(sums);
    }

    private void AddFour(int column, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var size = Vector512<float>.Count;
        var first = Vector512.LoadUnsafe(ref sums[0]);
        var second = Vector512.LoadUnsafe(ref sums[size]);
        var third = Vector512.LoadUnsafe(ref sums[2 * size]);
        var fourth = Vector512.LoadUnsafe(ref sums[3 * size]);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = values.AsSpan((rows[i] * stride) + column, 4 * size);
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

    /// <summary>Adds the last one to three registers of each row in one go.</summary>
    private void AddRest(int column, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var size = Vector512<float>.Count;
        var first = Vector512.LoadUnsafe(ref sums[0]);
        var second = sums.Length > size ? Vector512.LoadUnsafe(ref sums[size]) : default;
        var third = sums.Length > 2 * size ? Vector512.LoadUnsafe(ref sums[2 * size]) : default;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = values.AsSpan((rows[i] * stride) + column, sums.Length);
            var weight = weights[i];
            first += Vector512.LoadUnsafe(in row[0]) * weight;
            if (row.Length > size)
                second += Vector512.LoadUnsafe(in row[size]) * weight;
            if (row.Length > 2 * size)
                third += Vector512.LoadUnsafe(in row[2 * size]) * weight;
        }

        first.StoreUnsafe(ref sums[0]);
        if (sums.Length > size)
            second.StoreUnsafe(ref sums[size]);
        if (sums.Length > 2 * size)
            third.StoreUnsafe(ref sums[2 * size]);
    }
}
