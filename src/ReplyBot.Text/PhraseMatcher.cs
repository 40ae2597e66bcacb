using ReplyBot.Text.Matching;
using ReplyBot.Text.Segmentation;

namespace ReplyBot.Text;

/// <summary>
/// Finds every occurrence of any of many phrases in a normalised text, in one pass over its characters and, if asked, its
/// sounds. A phrase of letters or digits counts only as a whole (jd is not in adjust); a phrase found by its sounds counts only
/// where it cuts no dictionary word in two (微信 is not in 为新手), and only if it has two syllables or more.
/// </summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseMatcher<T>
{
    private const int UsualLength = 128;
    private const int FewestSounds = 2;

    private readonly (string Phrase, T Value)[] phrases;
    private readonly PhraseIndex byText;
    private readonly PhraseIndex? bySound;

    /// <summary>A matcher of the given phrases; it never changes and may be used by any number of threads.</summary>
    /// <param name="phrases">Phrases in any form, normalised here, each with what it stands for; empty ones never match.</param>
    /// <param name="matching">What is compared.</param>
    public PhraseMatcher(IEnumerable<(string Phrase, T Value)> phrases, PhraseMatching matching)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        this.phrases = [.. phrases
            .Select(entry => (Phrase: TextNormalizer.Default.Normalize(entry.Phrase), entry.Value))
            .Where(entry => entry.Phrase.Length > 0)];
        byText = new PhraseIndex(this.phrases.Select(entry => entry.Phrase));
        if (matching == PhraseMatching.TextAndPinyin)
            bySound = new PhraseIndex(this.phrases.Select(entry => SoundsOf(entry.Phrase)));
    }

    /// <summary>All occurrences, overlapping ones too, in order of where they end.</summary>
    public IEnumerable<PhraseMatch<T>> Find(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        return Scan(normalized, firstOnly: false) ?? [];
    }

    /// <summary>Whether any phrase occurs.</summary>
    public bool Any(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        return Scan(normalized, firstOnly: true) is not null;
    }

    private List<PhraseMatch<T>>? Scan(string text, bool firstOnly)
    {
        if (bySound is null)
            return Scan(text, default, firstOnly);
        if (text.Length > UsualLength)
            return Scan(text, SoundTrack.Listen(text, new ushort[text.Length], new bool[text.Length + 1], new SoundUnit[text.Length]), firstOnly);
        return Scan(
            text,
            SoundTrack.Listen(text, stackalloc ushort[UsualLength], stackalloc bool[UsualLength + 1], stackalloc SoundUnit[UsualLength]),
            firstOnly);
    }

    private List<PhraseMatch<T>>? Scan(string text, SoundTrack sounds, bool firstOnly)
    {
        List<PhraseMatch<T>>? found = null;
        var textState = PhraseAutomaton.Start;
        var soundState = PhraseAutomaton.Start;
        var unit = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            textState = byText.Automaton.Step(textState, text[end - 1]);
            AddByText(text, end, textState, ref found);
            if (unit < sounds.Units.Length && sounds.Units[unit].End == end)
            {
                soundState = bySound!.Automaton.Step(soundState, sounds.Units[unit].Symbol);
                AddBySound(text, sounds, unit++, soundState, ref found);
            }

            if (firstOnly && found is not null)
                break;
        }

        return found;
    }

    private void AddByText(string text, int end, int state, ref List<PhraseMatch<T>>? found)
    {
        for (var at = byText.Automaton.FirstEnding(state); at != PhraseAutomaton.Start; at = byText.Automaton.NextEnding(at))
        {
            var pattern = byText.Automaton.PatternAt(at);
            var start = end - byText.Patterns[pattern].Length;
            if (!CanPartAt(text, start) || !CanPartAt(text, end))
                continue;
            found ??= [];
            foreach (var phrase in byText.PhrasesOf(pattern))
                found.Add(new PhraseMatch<T>(start, end - start, phrases[phrase].Value, ByPinyin: false));
        }
    }

    private void AddBySound(string text, SoundTrack sounds, int lastUnit, int state, ref List<PhraseMatch<T>>? found)
    {
        var automaton = bySound!.Automaton;
        var end = sounds.Units[lastUnit].End;
        for (var at = automaton.FirstEnding(state); at != PhraseAutomaton.Start; at = automaton.NextEnding(at))
        {
            var pattern = automaton.PatternAt(at);
            var start = sounds.Units[lastUnit - bySound.Patterns[pattern].Length + 1].Start;
            if (!sounds.CanPartAt(start) || !sounds.CanPartAt(end))
                continue;
            foreach (var phrase in bySound.PhrasesOf(pattern))
            {
                // What also looks alike has been found by its text.
                if (text.AsSpan(start, end - start).SequenceEqual(phrases[phrase].Phrase))
                    continue;
                found ??= [];
                found.Add(new PhraseMatch<T>(start, end - start, phrases[phrase].Value, ByPinyin: true));
            }
        }
    }

    private static bool CanPartAt(string text, int at) => at == 0 || at == text.Length
        || CharacterKinds.CanPart(CharacterKinds.Of(text[at - 1]), CharacterKinds.Of(text[at]));

    /// <summary>The sounds of a phrase as a pattern, or nothing where it cannot be told by its sounds.</summary>
    private static string SoundsOf(string phrase)
    {
        var sounds = SoundTrack.Listen(phrase, new ushort[phrase.Length], new bool[phrase.Length + 1], new SoundUnit[phrase.Length]);
        var pattern = new char[sounds.Units.Length];
        for (var i = 0; i < pattern.Length; i++)
            pattern[i] = sounds.Units[i].Symbol;
        return pattern.Length >= FewestSounds && pattern.All(SoundReader.IsHeard) && pattern.Any(SoundReader.IsSyllable) ? new string(pattern) : "";
    }
}
