using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Normalization;

/// <summary>A set of code points, kept as ordered ranges.</summary>
internal sealed class CodePointRanges
{
    private readonly int[] firsts;
    private readonly int[] lasts;

    private CodePointRanges(int[] firsts, int[] lasts)
    {
        this.firsts = firsts;
        this.lasts = lasts;
    }

    /// <summary>Whether the code point is in the set.</summary>
    public bool Contains(int codePoint)
    {
        var at = Array.BinarySearch(firsts, codePoint);
        return at >= 0 || (~at > 0 && codePoint <= lasts[~at - 1]);
    }

    /// <summary>Builds the set of the given ranges, which do not overlap; the last is included.</summary>
    public static CodePointRanges Build(IEnumerable<(int First, int Last)> ranges)
    {
        var ordered = ranges.OrderBy(range => range.First).ToArray();
        return new CodePointRanges([.. ordered.Select(range => range.First)], [.. ordered.Select(range => range.Last)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CodePointRanges Read(TableReader reader) => new(reader.ReadArray<int>(), reader.ReadArray<int>());

    /// <summary>Writes firsts and lasts.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<int>(firsts);
        writer.WriteArray<int>(lasts);
    }
}
