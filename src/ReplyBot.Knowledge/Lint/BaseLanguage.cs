using System.Buffers;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// The words in which the base speaks, by their sound. A run of characters that is cut into single characters by the general dictionary,
/// that the base never says, and that sounds like one of its words, was most likely meant to be that word.
/// </summary>
internal sealed class BaseLanguage
{
    private const int ShortestWord = 2;
    private const int LongestWord = 4;

    /// <summary>A word that the base says less often is no evidence.</summary>
    private const int LeastUses = 3;

    /// <summary>Characters that stand beside anything: a run that holds one is hardly a word gone wrong.</summary>
    private static readonly SearchValues<char> Particles = SearchValues.Create("只的了吗呢吧啊呀哦嘛我您你他她它咱是在不没有就也都还又再会要能可给把被让和与或这那哪个一二三两几多很太更最上下来去到从对为以之其请说看想做用过着得地跟小老阿大新旧搜找问买卖");

    /// <summary>Behind one of these stands a measure word: 那款显瘦.</summary>
    private const string Determiners = "这那哪每某几";

    private readonly Dictionary<string, string> _wordBySound;
    private readonly HashSet<int> _pairs = [];

    public BaseLanguage(KnowledgeBase knowledgeBase)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var said in Said(knowledgeBase))
        {
            var text = TextNormalizer.Default.Normalize(said);
            for (var i = 0; i + 1 < text.Length; i++)
                _pairs.Add(Pair(text, i));
            foreach (var token in Segmenter.DictionaryOnly.Segment(text))
                if (IsWord(text.Substring(token.Start, token.Length)))
                    uses[text.Substring(token.Start, token.Length)] = uses.GetValueOrDefault(text.Substring(token.Start, token.Length)) + 1;
        }
        foreach (var term in knowledgeBase.Lexicon.Terms.Select(TextNormalizer.Default.Normalize).Where(IsWord))
            uses[term] = uses.GetValueOrDefault(term) + LeastUses;
        _wordBySound = uses.Where(word => word.Value >= LeastUses)
            .GroupBy(word => SoundOf(Pinyin.Default.Read(word.Key)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(word => word.Value).Key, StringComparer.Ordinal);
    }

    /// <summary>The runs of a normalised text that were most likely meant to be another word, and that word.</summary>
    public IEnumerable<(int Start, int Length, string Meant)> Slips(string text)
    {
        var single = SingleCharacters(text);
        string[]? sounds = null;
        for (var start = 0; start + ShortestWord <= text.Length; start++)
        {
            for (var length = LongestWord; length >= ShortestWord; length--)
            {
                if (start + length > text.Length || (start > 0 && Determiners.Contains(text[start - 1])) || single.AsSpan(start, length).Contains(false) || IsSaid(text, start, length))
                    continue;
                sounds ??= Pinyin.Default.Read(text);
                if (!_wordBySound.TryGetValue(SoundOf(sounds.AsSpan(start, length)), out var meant) || !IsSlipOf(text.AsSpan(start, length), meant))
                    continue;
                yield return (start, length, meant);
                start += length - 1;
                break;
            }
        }
    }

    /// <summary>Everything that the base says or asks in its own words; buyers' variants have slips of their own.</summary>
    private static IEnumerable<string> Said(KnowledgeBase knowledgeBase) =>
        knowledgeBase.Scripts.SelectMany(script => script.Wordings.Select(wording => wording.Text).Append(script.Question))
            .SelectMany(said => SlotTemplate.Parse(said).Parts.OfType<TextPart>().Select(part => part.Text))
            .Concat(knowledgeBase.Products.Select(product => product.Name));

    private static bool[] SingleCharacters(string text)
    {
        var single = new bool[text.Length];
        foreach (var token in Segmenter.DictionaryOnly.Segment(text))
            single[token.Start] = token.Length == 1 && text[token.Start] is >= '一' and <= '鿿';
        return single;
    }

    private bool IsSaid(string text, int start, int length)
    {
        for (var i = start; i + 1 < start + length; i++)
            if (!_pairs.Contains(Pair(text, i)))
                return false;
        return true;
    }

    /// <summary>A slip keeps part of the word; what shares nothing with it but the sound is more likely something else.</summary>
    private static bool IsSlipOf(ReadOnlySpan<char> typed, string meant)
    {
        var kept = 0;
        for (var i = 0; i < typed.Length; i++)
            kept += typed[i] == meant[i] ? 1 : 0;
        return kept > 0 && kept < typed.Length && !typed.ContainsAny(Particles);
    }

    private static bool IsWord(string term) => term.Length is >= ShortestWord and <= LongestWord && !term.AsSpan().ContainsAnyExceptInRange('一', '鿿');

    private static string SoundOf(ReadOnlySpan<string> syllables)
    {
        var sound = ConfusionTable.NearSound(syllables[0]);
        foreach (var syllable in syllables[1..])
            sound += " " + ConfusionTable.NearSound(syllable);
        return sound;
    }

    private static int Pair(string text, int at) => (text[at] << 16) | text[at + 1];
}
