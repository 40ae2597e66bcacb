using System.Buffers;
using System.Text;
using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Search;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds platforms' names behind disguises that no list holds: letters put apart by marks (淘 * 宝), half pinyin (tao宝),
/// and homophones that are no word of the language (滔饱).
/// </summary>
internal sealed class PlatformDisguiseRule : ITextRule
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("，。！？,!?、；;：:\n");

    private readonly PhraseMatcher<(string Name, string Platform)> _byText;
    private readonly PhraseMatcher<(string Name, string Platform)> _bySound;
    private readonly (string Spelling, string Name, string Platform)[] _spellings;
    private readonly HashSet<ulong> _openings;
    private readonly Segmenter _segmenter;

    public PlatformDisguiseRule(IReadOnlyList<Platform> platforms)
    {
        var names = platforms
            .SelectMany(platform => platform.Names.Select(name => (Name: TextNormalizer.Default.Normalize(name), Platform: platform.Id)))
            .Where(entry => entry.Name.Length >= 2 && entry.Name.All(c => char.IsLetter(c) && !char.IsAscii(c)))
            .ToArray();
        var abbreviations = platforms
            .SelectMany(platform => platform.Abbreviations.Select(name => (Name: TextNormalizer.Default.Normalize(name), Platform: platform.Id)))
            .Where(entry => entry.Name.Length >= 3);
        _byText = new PhraseMatcher<(string, string)>(names.Concat(abbreviations).Select(entry => (entry.Name, entry)), PhraseMatching.Text);
        _bySound = new PhraseMatcher<(string, string)>(names.Select(entry => (entry.Name, entry)), PhraseMatching.TextAndPinyin);
        _spellings = names
            .Select(entry => (string.Concat(Pinyin.Default.Read(entry.Name)), entry.Name, entry.Platform))
            .DistinctBy(entry => entry.Item1)
            .ToArray();
        _openings = [.. names.Select(entry => Sound(entry.Name[0], entry.Name[1]))];
        _segmenter = Segmenter.DictionaryAnd(platforms.SelectMany(platform => platform.Allow));
    }

    public void Check(CheckedText text)
    {
        if (MayHoldHomophones(text.Text))
            CheckHomophones(text);
        var (letters, places) = Strip(text.Text);
        if (letters.Length != text.Text.Length)
            CheckSplit(text, letters, places);
        if (letters.AsSpan().ContainsAnyInRange('A', 'z'))
            CheckHalfPinyin(text, letters, places);
    }

    /// <summary>Whether two neighbours sound like the beginning of a name: nearly every text is done with that.</summary>
    private bool MayHoldHomophones(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] >= '\u3400' && text[i + 1] >= '\u3400' && _openings.Contains(Sound(text[i], text[i + 1])))
                return true;
        }

        return false;
    }

    private static ulong Sound(char first, char second) => ((ulong)Syllables.Of(first) << 32) | Syllables.Of(second);

    private void CheckHomophones(CheckedText text)
    {
        foreach (var match in _bySound.Find(text.Text))
        {
            if (match.ByPinyin && IsForeign(text, match.Value.Platform) && !IsMadeOfWords(text.Text, match.Start, match.Length))
                Report(text, match.Start, match.Length, match.Value.Name);
        }
    }

    private void CheckSplit(CheckedText text, string letters, int[] places)
    {
        foreach (var match in _byText.Find(letters))
        {
            var start = places[match.Start];
            var length = places[match.Start + match.Length - 1] + 1 - start;

            // Two sentences that happen to meet are no disguise: only one or two marks between the letters are.
            if (length > match.Length && length <= match.Length * 3 && IsForeign(text, match.Value.Platform)
                && !text.Text.AsSpan(start, length).ContainsAny(SentenceMarks)
                && ForbiddenPhraseRule.StandsAlone(letters, match.Start, match.Length))
            {
                Report(text, start, length, match.Value.Name);
            }
        }
    }

    private void CheckHalfPinyin(CheckedText text, string letters, int[] places)
    {
        var (spelled, units) = Spell(letters);
        foreach (var (spelling, name, platform) in _spellings)
        {
            for (var at = spelled.IndexOf(spelling, StringComparison.Ordinal); at >= 0;
                at = spelled.IndexOf(spelling, at + 1, StringComparison.Ordinal))
            {
                var end = at + spelling.Length;
                if (!BeginsUnit(units, at) || (end < spelled.Length && !BeginsUnit(units, end)))
                    continue;
                var from = units[at];
                var to = units[end - 1];
                var part = letters.AsSpan(from, to + 1 - from);
                if (part.ContainsAnyInRange('a', 'z') && IsForeign(text, platform))
                    Report(text, places[from], places[to] + 1 - places[from], name);
            }
        }
    }

    /// <summary>
    /// Whether a stretch that only sounds like a name is ordinary language: its ends are word boundaries and it is one word,
    /// or a word reaches over one of its ends.
    /// </summary>
    private bool IsMadeOfWords(string text, int start, int length)
    {
        var end = start + length;
        foreach (var token in _segmenter.Segment(text))
        {
            var tokenEnd = token.Start + token.Length;
            if (tokenEnd <= start || token.Start >= end)
                continue;
            if (token.Start < start || tokenEnd > end || token.Length > 1)
                return true;
        }

        return false;
    }

    private static bool IsForeign(CheckedText text, string platform) =>
        text.Channels.Any(channel => !string.Equals(channel, platform, StringComparison.Ordinal));

    /// <summary>Reports a disguise, unless the lists know it already.</summary>
    private static void Report(CheckedText text, int start, int length, string name)
    {
        var (from, count) = text.Normalized.ToOriginal(start, length);
        if (text.Findings.Any(known => known.Code == FindingCodes.PlatformWord && known.Start < from + count && from < known.Start + known.Length))
            return;
        text.ReportOriginal(
            FindingCodes.DisguisedPlatformWord, Severity.Error, from, count,
            $"这里像是变着写法的“{name}”", $"This looks like '{name}' in disguise", "平台");
    }

    /// <summary>The letters and digits alone, and where each stood.</summary>
    private static (string Letters, int[] Places) Strip(string text)
    {
        var letters = new char[text.Length];
        var places = new int[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            letters[count] = text[i];
            places[count++] = i;
        }

        return (new string(letters, 0, count), places);
    }

    /// <summary>The text in pinyin, and for each letter the character that it came from.</summary>
    private static (string Spelled, int[] Units) Spell(string letters)
    {
        var spelled = new StringBuilder(letters.Length * 4);
        var units = new List<int>(letters.Length * 4);
        var syllables = Pinyin.Default.Read(letters);
        for (var i = 0; i < syllables.Length; i++)
        {
            spelled.Append(syllables[i]);
            for (var j = 0; j < syllables[i].Length; j++)
                units.Add(i);
        }

        return (spelled.ToString(), [.. units]);
    }

    private static bool BeginsUnit(int[] units, int at) => at == 0 || units[at] != units[at - 1];
}
