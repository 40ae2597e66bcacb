using ReplyBot.Text.Pronunciation;
using ReplyBot.Text.Segmentation;
using ReplyBot.Text.Tables;

namespace ReplyBot.Text;

/// <summary>
/// Characters that are mistaken for one another when one types by sound: homophones, tones aside, and near sounds that many
/// speakers do not tell apart (zh and z, n and l, in and ing). Only characters that a text is likely to have.
/// </summary>
public sealed class ConfusionTable
{
    private readonly PronunciationTables tables = PronunciationTables.Shared;
    private readonly Dictionary<string, char[]> charactersBySound;

    private ConfusionTable()
    {
        var dictionary = SegmentationTables.Shared.Dictionary;
        charactersBySound = Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)
            .Where(c => tables.UsualReadingOf(c) != 0)
            .Select(c => (Character: c, Cost: dictionary.ValueAt(dictionary.Child(Trie.Root, c))))
            .Where(entry => entry.Cost != 0)
            .OrderBy(entry => entry.Cost).ThenBy(entry => entry.Character)
            .GroupBy(entry => NearSound(SyllableOf(entry.Character)), entry => entry.Character, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The one table, made at first use; it never changes and may be used by any number of threads.</summary>
    public static ConfusionTable Default { get; } = new();

    /// <summary>The characters read as <paramref name="c"/> usually is, the commonest first, without itself; none for other characters.</summary>
    public IReadOnlyList<char> Homophones(char c)
    {
        var syllable = tables.UsualReadingOf(c);
        return syllable == 0 ? [] : [.. SoundAlikes(c).Where(other => tables.UsualReadingOf(other) == syllable)];
    }

    /// <summary>The homophones of <paramref name="c"/> and the characters that sound nearly alike, the commonest first, without itself.</summary>
    public IReadOnlyList<char> SoundAlikes(char c) => charactersBySound.TryGetValue(NearSound(SyllableOf(c)), out var alike)
        ? [.. alike.Where(other => other != c)]
        : [];

    /// <summary>Whether two characters are homophones or sound nearly alike, by their usual readings; equal ones do.</summary>
    public bool SoundAlike(char one, char other) => one == other
        || (tables.UsualReadingOf(one) != 0 && tables.UsualReadingOf(other) != 0 && NearSound(SyllableOf(one)) == NearSound(SyllableOf(other)));

    /// <summary>
    /// One spelling for all syllables that are easily mistaken for one another: zh, ch, sh as z, c, s; l as n; -ng as -n. Anything
    /// else stays as it is.
    /// </summary>
    /// <param name="syllable">A syllable as <see cref="Pinyin"/> spells it.</param>
    public static string NearSound(string syllable)
    {
        ArgumentNullException.ThrowIfNull(syllable);
        var sound = syllable.Length > 2 && syllable[1] == 'h' && syllable[0] is ('z' or 'c' or 's') ? syllable.Remove(1, 1) : syllable;
        if (sound is ['l', _, ..])
            sound = "n" + sound[1..];
        return sound.Length > 2 && sound.EndsWith("ng", StringComparison.Ordinal) && sound[^3] is ('a' or 'e' or 'i') ? sound[..^1] : sound;
    }

    private string SyllableOf(char c) => tables.Spell(tables.UsualReadingOf(c));
}
