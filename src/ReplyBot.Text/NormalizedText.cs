namespace ReplyBot.Text;

/// <summary>A normalised text that still knows where it came from.</summary>
/// <param name="Text">The normalised text.</param>
/// <param name="OriginalOffsets">
/// For each character of <paramref name="Text"/> the index in the original text where its source begins, never decreasing;
/// one more entry at the end gives where the source of the last character ends. Counted in UTF-16 code units.
/// </param>
public sealed record NormalizedText(string Text, int[] OriginalOffsets)
{
    /// <summary>
    /// The span of the original text that the given span of <see cref="Text"/> was made from, with whatever was dropped
    /// inside it; never less than whole source characters.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <see cref="Text"/>.</exception>
    public (int Start, int Length) ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Text.Length - start);
        var first = OriginalOffsets[start];
        if (length == 0)
            return (first, 0);

        // One source character may have become several ("㎏" → "kg"): go on to where the next source begins.
        var last = OriginalOffsets[start + length - 1];
        var next = start + length;
        while (next < Text.Length && OriginalOffsets[next] == last)
            next++;
        return (first, OriginalOffsets[next] - first);
    }
}
