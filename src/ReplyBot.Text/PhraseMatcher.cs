namespace ReplyBot.Text;

/// <summary>Finds every occurrence of any of many phrases in a normalised text.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseMatcher<T>
{
    private readonly (string Phrase, string[] Reading, T Value)[] phrases;
    private readonly PhraseMatching matching;

    /// <summary>A matcher of the given phrases.</summary>
    /// <param name="phrases">Phrases in any form, normalised here, each with what it stands for; empty ones never match.</param>
    /// <param name="matching">Whether homophones count too; phrases of fewer than two syllables are compared by text alone.</param>
    public PhraseMatcher(IEnumerable<(string Phrase, T Value)> phrases, PhraseMatching matching)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        this.matching = matching;
        this.phrases = [.. phrases
            .Select(entry => (Phrase: TextNormalizer.Default.Normalize(entry.Phrase), entry.Value))
            .Where(entry => entry.Phrase.Length > 0)
            .Select(entry => (entry.Phrase, Pinyin.Default.Read(entry.Phrase), entry.Value))];
    }

    /// <summary>All occurrences, overlapping ones too, in order of where they end.</summary>
    public IEnumerable<PhraseMatch<T>> Find(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var reading = matching == PhraseMatching.TextAndPinyin ? Pinyin.Default.Read(normalized) : [];
        for (var end = 1; end <= normalized.Length; end++)
        {
            foreach (var (phrase, syllables, value) in phrases)
            {
                var start = end - phrase.Length;
                if (start < 0)
                    continue;
                if (normalized.AsSpan(start, phrase.Length).SequenceEqual(phrase))
                    yield return new PhraseMatch<T>(start, phrase.Length, value, ByPinyin: false);
                else if (reading.Length > 0 && phrase.Length > 1 && reading.AsSpan(start, phrase.Length).SequenceEqual(syllables))
                    yield return new PhraseMatch<T>(start, phrase.Length, value, ByPinyin: true);
            }
        }
    }

    /// <summary>Whether any phrase occurs.</summary>
    public bool Any(string normalized) => Find(normalized).Any();
}
