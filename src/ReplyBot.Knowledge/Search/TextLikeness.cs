namespace ReplyBot.Knowledge.Search;

/// <summary>Two plain measures of how alike a query and a text are, besides <see cref="Closeness"/>.</summary>
internal static class TextLikeness
{
    /// <summary>So many letters are compared at most.</summary>
    private const int Longest = 48;

    /// <summary>The share of syllables in common (twice the common ones by the sum of both), so that 发火 is 发货.</summary>
    public static float Sound(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left[..Math.Min(left.Length, Longest)];
        right = right[..Math.Min(right.Length, Longest)];
        if (left.Length + right.Length == 0)
            return 0;
        Span<uint> syllables = stackalloc uint[Longest];
        for (var i = 0; i < left.Length; i++)
            syllables[i] = Syllables.Of(left[i]);
        var open = syllables[..left.Length];
        var common = 0;
        foreach (var c in right)
        {
            var at = open.IndexOf(Syllables.Of(c));
            if (at < 0)
                continue;
            common++;
            open[at] = open[^1];
            open = open[..^1];
        }

        return 2f * common / (left.Length + right.Length);
    }

    /// <summary>One less the edits (letters changed, added, left out) as a share of the longer text.</summary>
    public static float Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left[..Math.Min(left.Length, Longest)];
        right = right[..Math.Min(right.Length, Longest)];
        var longer = Math.Max(left.Length, right.Length);
        if (longer == 0)
            return 0;
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return 1 - ((float)row[right.Length] / longer);
    }
}
