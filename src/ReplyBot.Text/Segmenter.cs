namespace ReplyBot.Text;

/// <summary>Cuts normalised text into words. Tokens cover the text from end to end, without gap or overlap.</summary>
public sealed class Segmenter
{
    private readonly HashSet<string> extraTerms;
    private readonly int longestTerm;

    /// <summary>A segmenter that also knows the shop's own terms.</summary>
    /// <param name="extraTerms">Terms in any form; they are normalised here.</param>
    public Segmenter(IEnumerable<string> extraTerms)
    {
        ArgumentNullException.ThrowIfNull(extraTerms);
        this.extraTerms = [.. extraTerms.Select(TextNormalizer.Default.Normalize).Where(term => term.Length > 1)];
        longestTerm = this.extraTerms.Select(term => term.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>The segmenter of the general dictionary alone.</summary>
    public static Segmenter Default { get; } = new([]);

    /// <summary>Cuts <paramref name="normalized"/> into <paramref name="into"/> without allocating.</summary>
    /// <param name="normalized">Text from <see cref="TextNormalizer"/>.</param>
    /// <param name="into">Room for as many tokens as the text has characters is always enough.</param>
    /// <returns>The number of tokens written.</returns>
    /// <exception cref="ArgumentException"><paramref name="into"/> is shorter than the text.</exception>
    public int Segment(ReadOnlySpan<char> normalized, Span<Token> into)
    {
        if (into.Length < normalized.Length)
            throw new ArgumentException("Room for one token per character is needed.", nameof(into));
        var count = 0;
        for (var at = 0; at < normalized.Length;)
        {
            var length = LengthAt(normalized[at..]);
            into[count++] = new Token(at, length);
            at += length;
        }

        return count;
    }

    /// <summary>Cuts <paramref name="normalized"/> into tokens.</summary>
    public IReadOnlyList<Token> Segment(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var tokens = new Token[normalized.Length];
        return tokens[..Segment(normalized, tokens)];
    }

    private int LengthAt(ReadOnlySpan<char> rest)
    {
        var terms = extraTerms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(longestTerm, rest.Length); length > 1; length--)
        {
            if (terms.Contains(rest[..length]))
                return length;
        }

        var run = 0;
        while (run < rest.Length && char.IsAsciiLetterOrDigit(rest[run]))
            run++;
        if (run > 0)
            return run;
        return rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]) ? 2 : 1;
    }
}
