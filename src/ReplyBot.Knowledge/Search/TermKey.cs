namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Terms as 64-bit numbers: the stream in the top byte, 56 bits of a hash below. At a million terms two of one stream
/// fall together with a chance of one in 100,000, and then only share a posting list.
/// </summary>
internal static class TermKey
{
    private const ulong Mask = (1UL << 56) - 1;

    public static ulong Of(TermStream stream, ulong value) => ((ulong)stream << 56) | (value & Mask);

    public static TermStream StreamOf(ulong key) => (TermStream)(key >> 56);

    /// <summary>Hashes text so that every bit of the result depends on every character.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
