using System.Buffers;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>Cuts normalised text into the terms of the wanted streams.</summary>
/// <param name="segmenter">Finds the words.</param>
/// <param name="streams">The wanted streams.</param>
internal sealed class TextAnalyzer(Segmenter segmenter, IReadOnlyCollection<TermStream> streams)
{
    private readonly bool _unigrams = streams.Contains(TermStream.Unigram);
    private readonly bool _bigrams = streams.Contains(TermStream.Bigram);
    private readonly bool _words = streams.Contains(TermStream.Word);
    private readonly bool _syllables = streams.Contains(TermStream.Syllables);
    private readonly bool _letters = streams.Contains(TermStream.Letters);
    private readonly bool _initials = streams.Contains(TermStream.Initials);

    /// <summary>Puts the terms of <paramref name="normalized"/> into <paramref name="terms"/>, equal ones side by side.</summary>
    public void Analyze(string normalized, TermBuffer terms)
    {
        terms.Clear();
        Append(normalized, terms);
        terms.Sort();
    }

    /// <summary>Adds the terms of one more text to those of the texts before.</summary>
    public void Append(string normalized, TermBuffer terms)
    {
        if (_unigrams || _bigrams || _syllables)
            AddCharacters(normalized, terms);
        if (_words)
            AddWords(normalized, terms);
        if (_letters || _initials)
            AddSpelling(normalized, terms);
    }

    private void AddCharacters(string text, TermBuffer terms)
    {
        ulong previous = 0;
        ulong previousSyllable = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = CharacterLength(text, at);
            if (length == 0)
            {
                // A mark or a space: what stands on its two sides does not belong together.
                previous = previousSyllable = 0;
                at++;
                continue;
            }

            var current = length == 1 ? text[at] : TermKey.Hash(text.AsSpan(at, length)) | 1UL << 40;
            if (_unigrams)
                terms.Add(TermKey.Of(TermStream.Unigram, current));
            if (_bigrams && previous != 0)
                terms.Add(TermKey.Of(TermStream.Bigram, TermKey.Mix((previous << 20) ^ current)));
            if (_syllables)
            {
                var syllable = length == 1 ? (ulong)Syllables.Of(text[at]) : current;
                if (previousSyllable != 0)
                    terms.Add(TermKey.Of(TermStream.Syllables, TermKey.Mix((previousSyllable << 20) ^ syllable)));
                previousSyllable = syllable;
            }

            previous = current;
            at += length;
        }
    }

    private void AddWords(string text, TermBuffer terms)
    {
        var tokens = ArrayPool<Token>.Shared.Rent(text.Length + 1);
        var count = segmenter.Segment(text, tokens);
        foreach (var token in tokens.AsSpan(0, count))
        {
            var word = text.AsSpan(token.Start, token.Length);
            if (word.Length > 1 && (char.IsLetterOrDigit(word[0]) || char.IsSurrogate(word[0])))
                terms.Add(TermKey.Of(TermStream.Word, TermKey.Hash(word)));
        }

        ArrayPool<Token>.Shared.Return(tokens);
    }

    private void AddSpelling(string text, TermBuffer terms)
    {
        Span<char> letters = stackalloc char[512];
        Span<char> initials = stackalloc char[128];
        var letterCount = 0;
        var initialCount = 0;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            var spelling = Syllables.Spelling(c).AsSpan();
            if (letterCount + spelling.Length > letters.Length || initialCount == initials.Length)
                break;
            spelling.CopyTo(letters[letterCount..]);
            letterCount += spelling.Length;
            initials[initialCount++] = spelling[0];
        }

        if (_letters)
            AddGrams(TermStream.Letters, letters[..letterCount], 3, terms);
        if (_initials)
            AddGrams(TermStream.Initials, initials[..initialCount], 2, terms);
    }

    private static void AddGrams(TermStream stream, ReadOnlySpan<char> letters, int size, TermBuffer terms)
    {
        for (var i = 0; i + size <= letters.Length; i++)
            terms.Add(TermKey.Of(stream, TermKey.Hash(letters.Slice(i, size))));
    }

    /// <summary>The length of the character, Latin word or number at <paramref name="at"/>; 0 for marks and spaces.</summary>
    internal static int CharacterLength(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c))
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            return end - at;
        }

        if (char.IsHighSurrogate(c) && at + 1 < text.Length)
            return 2;
        return char.IsLetterOrDigit(c) ? 1 : 0;
    }
}
