namespace ReplyBot.Intent.Classification;

/// <summary>
/// The sizes of a convolution network. Filters are ordered from the widest to the narrowest, so that the filters that reach
/// as far as a tap are always the first ones.
/// </summary>
/// <param name="Dimensions">Numbers per character.</param>
/// <param name="FiltersByTap">For each place within a filter (tap) how many filters reach it; never increasing.</param>
/// <param name="Intents">Outputs.</param>
internal sealed record ConvolutionShape(int Dimensions, int[] FiltersByTap, int Intents)
{
    /// <summary>How many filters there are.</summary>
    public int Filters => FiltersByTap[0];

    /// <summary>How many rows of <see cref="Dimensions"/> weights the filters have together.</summary>
    public int TapRows => FiltersByTap.Sum();

    /// <summary>Where the rows of each tap begin.</summary>
    public int[] TapStarts
    {
        get
        {
            var starts = new int[FiltersByTap.Length];
            for (var tap = 1; tap < starts.Length; tap++)
                starts[tap] = starts[tap - 1] + FiltersByTap[tap - 1];
            return starts;
        }
    }
}
