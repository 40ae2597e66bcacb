using System.Buffers;

namespace ReplyBot.Text.Normalization;

/// <summary>Text in the making: characters, and for each the index in the original text where its source begins.</summary>
internal ref struct NormalizationBuffer(Span<char> characters, Span<int> sources)
{
    private Span<char> characters = characters;
    private Span<int> sources = sources;
    private char[]? rentedCharacters;
    private int[]? rentedSources;

    /// <summary>How many characters there are.</summary>
    public int Count { get; set; }

    /// <summary>Where the source of the last character ends.</summary>
    public int SourceEnd { get; set; }

    /// <summary>The characters so far.</summary>
    public readonly Span<char> Characters => characters[..Count];

    /// <summary>The source index of each character so far.</summary>
    public readonly Span<int> Sources => sources[..Count];

    /// <summary>Appends a character that was made from the original text at <paramref name="source"/>.</summary>
    public void Append(char character, int source)
    {
        if (Count == characters.Length)
            Grow();
        characters[Count] = character;
        sources[Count++] = source;
    }

    /// <summary>The offsets as <see cref="NormalizedText"/> keeps them, with the end of the last source behind.</summary>
    public readonly int[] ToOffsets()
    {
        var offsets = new int[Count + 1];
        Sources.CopyTo(offsets);
        offsets[Count] = SourceEnd;
        return offsets;
    }

    /// <summary>Gives back what was borrowed.</summary>
    public readonly void Dispose()
    {
        if (rentedCharacters is not null)
            ArrayPool<char>.Shared.Return(rentedCharacters);
        if (rentedSources is not null)
            ArrayPool<int>.Shared.Return(rentedSources);
    }

    private void Grow()
    {
        var moreCharacters = ArrayPool<char>.Shared.Rent(Count * 2);
        var moreSources = ArrayPool<int>.Shared.Rent(Count * 2);
        Characters.CopyTo(moreCharacters);
        Sources.CopyTo(moreSources);
        Dispose();
        characters = rentedCharacters = moreCharacters;
        sources = rentedSources = moreSources;
    }
}
