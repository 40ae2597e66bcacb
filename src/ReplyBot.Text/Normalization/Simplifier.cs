using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Normalization;

/// <summary>
/// Traditional to Simplified, by phrase and then by character, as OpenCC's t2s does, restricted to conversions within the Basic
/// Multilingual Plane that keep the length, so that it works in place.
/// </summary>
internal sealed class Simplifier
{
    /// <summary>Converting once can spell a phrase that converts again; no known text needs more than two rounds.</summary>
    private const int MaximumRounds = 4;

    private readonly char[] simplified;
    private readonly char[] doubtful;
    private readonly Trie phrases;
    private readonly char[] replacements;

    private Simplifier(char[] simplified, char[] doubtful, Trie phrases, char[] replacements)
    {
        this.simplified = simplified;
        this.doubtful = doubtful;
        this.phrases = phrases;
        this.replacements = replacements;
    }

    /// <summary>Whether a text without any such character is Simplified already.</summary>
    public bool IsTraditional(char c) => simplified[c] != c || Array.BinarySearch(doubtful, c) >= 0;

    /// <summary>Converts in place until nothing changes any more.</summary>
    public void Convert(Span<char> text)
    {
        for (var round = 0; round < MaximumRounds && ConvertOnce(text); round++)
        {
        }
    }

    /// <summary>Builds the converter.</summary>
    /// <param name="characters">The Simplified form of each Traditional character.</param>
    /// <param name="doubtful">Characters that are Traditional in some of the phrases only.</param>
    /// <param name="phrases">Phrases and what replaces them, of the same length.</param>
    public static Simplifier Build(
        IReadOnlyDictionary<char, char> characters, IEnumerable<char> doubtful, IReadOnlyDictionary<string, string> phrases)
    {
        var simplified = Enumerable.Range(0, char.MaxValue + 1).Select(c => characters.GetValueOrDefault((char)c, (char)c)).ToArray();
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var replacements = new List<char> { '\0' };
        foreach (var (phrase, replacement) in phrases.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            starts[phrase] = replacements.Count;
            replacements.AddRange(replacement);
        }

        return new Simplifier(simplified, [.. doubtful.Order()], Trie.Build(starts), [.. replacements]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Simplifier Read(TableReader reader) =>
        new(reader.ReadArray<char>(), reader.ReadArray<char>(), Trie.Read(reader), reader.ReadArray<char>());

    /// <summary>Writes the Simplified form of each character, doubtful characters, the phrase tree (values: where its replacement starts), replacements.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<char>(simplified);
        writer.WriteArray<char>(doubtful);
        phrases.Write(writer);
        writer.WriteArray<char>(replacements);
    }

    private bool ConvertOnce(Span<char> text)
    {
        var changed = false;
        for (var i = 0; i < text.Length;)
        {
            var (start, length) = phrases.LongestPrefix(text[i..]);
            if (length == 0)
            {
                changed |= text[i] != simplified[text[i]];
                text[i] = simplified[text[i++]];
                continue;
            }

            var replacement = replacements.AsSpan(start, length);
            changed |= !text.Slice(i, length).SequenceEqual(replacement);
            replacement.CopyTo(text[i..]);
            i += length;
        }

        return changed;
    }
}
