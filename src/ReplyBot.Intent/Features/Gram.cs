namespace ReplyBot.Intent.Features;

/// <summary>A gram of one to three characters is its own key: three UTF-16 code units fit into 64 bits, so that a look-up allocates nothing.</summary>
internal static class Gram
{
    /// <summary>The longest that fits into a key.</summary>
    public const int Longest = 3;

    private const int BitsPerCharacter = 16;

    /// <summary>Whether so many characters count as a gram: the edges alone say nothing, only together with a neighbour.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int start, int size) => size > 1 || text[start] != UtteranceText.Edge;

    /// <summary>The key.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> gram)
    {
        ulong key = 0;
        foreach (var c in gram)
            key = (key << BitsPerCharacter) | c;
        return key;
    }
}
