using System.Collections.Frozen;

namespace ReplyBot.Text.Segmentation;

/// <summary>
/// Characters of grammar rather than content: pronouns, particles, auxiliaries, adverbs, prepositions. jieba's model, made from
/// newspapers, joins them to their neighbours in chat (我要, 这款, 改下), which would split one word over many tokens.
/// </summary>
internal static class FunctionCharacters
{
    private static readonly FrozenSet<char> All =
        ("我你您他她它咱俺们这那哪此某的地得了着过吗呢吧啊呀么嘛哦哈啦呗哟噢嗯哎是有没无不别未会能可要想应该该肯敢就都也还再又很太更最挺蛮才刚已正"
        + "一二三四五六七八九十百两几俩全只每各先后前里上下内外中间在到从向对让叫被把给跟和与或及为帮请来去个些点").ToFrozenSet();

    /// <summary>Whether the character is one of them.</summary>
    public static bool Contains(char c) => All.Contains(c);
}
