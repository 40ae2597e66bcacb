using ReplyBot.Text.Segmentation;

namespace ReplyBot.Text.Matching;

/// <summary>The sounds of a text, and where its dictionary words begin.</summary>
internal readonly ref struct SoundTrack
{
    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<bool> boundaries;

    private SoundTrack(ReadOnlySpan<char> text, ReadOnlySpan<bool> boundaries, ReadOnlySpan<SoundUnit> units)
    {
        this.text = text;
        this.boundaries = boundaries;
        Units = units;
    }

    /// <summary>The sounds in order.</summary>
    public ReadOnlySpan<SoundUnit> Units { get; }

    /// <summary>Whether a phrase may begin or end here: not inside a Chinese word.</summary>
    public bool CanPartAt(int at) => boundaries[at] || CharacterKinds.Of(text[at]) != CharacterKind.Han;

    /// <summary>Listens to the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syllables">Working space as long as the text.</param>
    /// <param name="boundaries">Working space one longer than the text.</param>
    /// <param name="units">Working space as long as the text.</param>
    public static SoundTrack Listen(ReadOnlySpan<char> text, Span<ushort> syllables, Span<bool> boundaries, Span<SoundUnit> units)
    {
        Pinyin.Default.Read(text, syllables, boundaries);
        var count = SoundReader.Read(text, syllables, units);
        return new SoundTrack(text, boundaries, units[..count]);
    }
}
