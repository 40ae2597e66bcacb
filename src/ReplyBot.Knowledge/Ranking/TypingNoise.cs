using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Ranking;

/// <summary>
/// Writes questions as hurried buyers do: neighbours swapped, a character left out, one of the same sound taken for another, a
/// syllable left in pinyin. What comes out depends only on the text and the seed.
/// </summary>
internal sealed class TypingNoise
{
    private readonly Dictionary<uint, char[]> _homophones;

    /// <param name="texts">Where the characters that are taken for each other come from.</param>
    public TypingNoise(IEnumerable<string> texts) => _homophones = texts
        .SelectMany(text => text)
        .Where(IsChinese)
        .Distinct()
        .Order()
        .GroupBy(Syllables.Of)
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The text with one slip; the text itself where none is possible.</summary>
    public string Slip(string text, ulong seed)
    {
        if (text.Length < 3)
            return text;
        var random = TermKey.Mix(TermKey.Hash(text) ^ seed);
        var at = (int)(random % (ulong)(text.Length - 1));
        return ((random >> 32) % 4) switch
        {
            0 => string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2)),
            1 => text.Remove(at, 1),
            2 => Homophone(text, at, random >> 40),
            _ => IsChinese(text[at]) ? string.Concat(text.AsSpan(0, at), Syllables.Spelling(text[at]), text.AsSpan(at + 1)) : text,
        };
    }

    private string Homophone(string text, int at, ulong random)
    {
        if (!IsChinese(text[at]) || !_homophones.TryGetValue(Syllables.Of(text[at]), out var alike))
            return text;
        var other = alike[random % (ulong)alike.Length];
        return string.Concat(text.AsSpan(0, at), [other], text.AsSpan(at + 1));
    }

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
