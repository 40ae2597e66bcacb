using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Pronunciation;

/// <summary>What reading aloud looks up. Syllables are numbered from 1; 0 is "no reading".</summary>
internal sealed class PronunciationTables
{
    /// <summary>The name of the embedded table.</summary>
    public const string ResourceName = "pronunciation.bin";

    private readonly string[] syllables;
    private readonly ushort[] usualReadings;
    private readonly Trie phrases;
    private readonly ushort[] phraseReadings;
    private readonly Dictionary<string, ushort> numbers;

    private PronunciationTables(string[] syllables, ushort[] usualReadings, Trie phrases, ushort[] phraseReadings)
    {
        this.syllables = syllables;
        this.usualReadings = usualReadings;
        this.phrases = phrases;
        this.phraseReadings = phraseReadings;
        numbers = Enumerable.Range(1, syllables.Length - 1).ToDictionary(i => syllables[i], i => (ushort)i, StringComparer.Ordinal);
    }

    /// <summary>The embedded table, loaded once.</summary>
    public static PronunciationTables Shared { get; } = Read(TableReader.OpenResource(ResourceName));

    /// <summary>The spelling of a syllable.</summary>
    public string Spell(ushort syllable) => syllables[syllable];

    /// <summary>The number of a syllable by its spelling, or 0.</summary>
    public ushort Find(ReadOnlySpan<char> spelling) =>
        numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(spelling, out var number) ? number : (ushort)0;

    /// <summary>The usual reading of a character, or 0.</summary>
    public ushort UsualReadingOf(char c) => usualReadings[c];

    /// <summary>
    /// The readings of the longest phrase that <paramref name="text"/> begins with and that may end where it ends. Only phrases
    /// in which some character is not read as usual, or would not be without the phrase, are known.
    /// </summary>
    /// <param name="text">The text from where the phrase begins.</param>
    /// <param name="word">The phrase may end anywhere within this length.</param>
    /// <param name="boundaries">For each length less one, whether the phrase may end there although it is longer than the word.</param>
    public ReadOnlySpan<ushort> ReadPhrase(ReadOnlySpan<char> text, int word, ReadOnlySpan<bool> boundaries)
    {
        var found = ReadOnlySpan<ushort>.Empty;
        var node = Trie.Root;
        for (var i = 0; i < text.Length; i++)
        {
            node = phrases.Child(node, text[i]);
            if (node == Trie.Root)
                break;
            if (phrases.ValueAt(node) is var at and not 0 && (i < word || (i < boundaries.Length && boundaries[i])))
                found = phraseReadings.AsSpan(at, i + 1);
        }

        return found;
    }

    /// <summary>Builds the tables from spelt readings.</summary>
    /// <param name="characters">The usual reading of each character.</param>
    /// <param name="phrases">The readings of each phrase, one syllable a character.</param>
    public static PronunciationTables Build(
        IReadOnlyDictionary<char, string> characters, IReadOnlyDictionary<string, string[]> phrases)
    {
        string[] syllables = ["", .. characters.Values.Concat(phrases.Values.SelectMany(readings => readings))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ushort NumberOf(string syllable) => (ushort)Array.BinarySearch(syllables, syllable, StringComparer.Ordinal);

        var usual = new ushort[char.MaxValue + 1];
        foreach (var (character, reading) in characters)
            usual[character] = NumberOf(reading);

        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var phraseReadings = new List<ushort> { 0 };
        var unusual = phrases.Where(entry => !entry.Key.Select(c => syllables[usual[c]]).SequenceEqual(entry.Value))
            .Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (phrase, readings) in phrases.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            // A phrase that reads as usual is needed only to keep a shorter one, read otherwise, from its characters.
            if (!unusual.Contains(phrase) && !PartsOf(phrase).Any(unusual.Contains))
                continue;
            starts[phrase] = phraseReadings.Count;
            phraseReadings.AddRange(readings.Select(NumberOf));
        }

        return new PronunciationTables(syllables, usual, Trie.Build(starts), [.. phraseReadings]);
    }

    private static IEnumerable<string> PartsOf(string phrase) =>
        from start in Enumerable.Range(0, phrase.Length - 1)
        from length in Enumerable.Range(2, phrase.Length - start - 1)
        select phrase.Substring(start, length);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PronunciationTables Read(TableReader reader) => new(
        new string(reader.ReadArray<char>()).Split(' '), reader.ReadArray<ushort>(), Trie.Read(reader), reader.ReadArray<ushort>());

    /// <summary>Writes syllables, usual readings, the phrase tree (values: where its readings start), phrase readings.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<char>(string.Join(' ', syllables));
        writer.WriteArray<ushort>(usualReadings);
        phrases.Write(writer);
        writer.WriteArray<ushort>(phraseReadings);
    }
}
