using FsCheck;
using FsCheck.Fluent;

namespace ReplyBot.Text.Tests;

/// <summary>What holds for every text, however it was put together.</summary>
public class TextProperties
{
    private static readonly string[] Pieces =
    [
        "发货", "什麼時候", "乾", "坤", "瞭", "解", "鍾", "情有獨鍾", "还款", "掏宝", "哈", "哈哈哈", "a", "B", "İ", "ß", "ﬁ", "ｱ", "ﾞ", "１", "2", "3.5%",
        " ", "\t", "\r\n", "\u3000", "？", "!", "。", "...", "~", "´", "¨", "\u0301", "\u0323", "\u0345", "\u20E3", "\u1100", "\u1161", "\u11A8", "각", "가",
        "\0", "\u200B", "\u200D", "\u202E", "\uFE0F", "\uFEFF", "\uFFFD", "\uFFFF", "\uD83D", "\uDE02", "😂", "❤", "👨", "👩", "🏽", "㊗", "𠮷", "𝐀", "ﷺ", "㎏",
        "⁉", "\u2800", "\u1FEE", "\u0344", "(", ")", "^_^", "SF123", "weixin", "v", "q",
    ];

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements(Pieces),
            Gen.Elements(Pieces).Select(piece => string.Concat(piece, piece, piece, piece, piece)),
            Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString()),
            Gen.Choose(0x4E00, 0x9FFF).Select(c => ((char)c).ToString()),
            Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32))
        .ArrayOf().Select(string.Concat).ToArbitrary();

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void Normalize_WhenTwice_ChangesNothingMore() =>
        Check(text => Normalize(Normalize(text)) == Normalize(text));

    [Fact]
    public void Normalize_WhenAnyText_IsWellFormedWithoutControlsAndSpaceAtItsEnds() => Check(text =>
    {
        var normal = Normalize(text);
        return normal.EnumerateRunes().All(rune => rune.Value == 0xFFFD || !System.Text.Rune.IsControl(rune))
            && !normal.Contains("  ", StringComparison.Ordinal) && normal.Trim(' ') == normal
            && !HasLoneSurrogate(normal);
    });

    [Fact]
    public void NormalizeWithOffsets_WhenAnyText_AgreesWithNormalize() =>
        Check(text => TextNormalizer.Default.NormalizeWithOffsets(text).Text == Normalize(text));

    [Fact]
    public void NormalizeWithOffsets_WhenAnyText_OffsetsNeverDecreaseAndStayInside() => Check(text =>
    {
        var (normal, offsets) = TextNormalizer.Default.NormalizeWithOffsets(text);
        return offsets.Length == normal.Length + 1 && offsets.SequenceEqual(offsets.Order()) && offsets[0] >= 0 && offsets[^1] <= text.Length;
    });

    [Fact]
    public void ToOriginal_WhenAnyCharacter_FindsASourceOfItsOwn() => Check(text =>
    {
        var normalized = TextNormalizer.Default.NormalizeWithOffsets(text);
        return Enumerable.Range(0, normalized.Text.Length).All(at =>
        {
            var (start, length) = normalized.ToOriginal(at, 1);
            return length > 0 && start + length <= text.Length;
        });
    });

    [Fact]
    public void Segment_WhenAnyText_CoversItWithoutGap() => Check(text => Covers(text) && Covers(Normalize(text)));

    [Fact]
    public void Read_WhenAnyText_GivesOneEntryEach() => Check(text =>
        Pinyin.Default.Read(text).Length == text.Length && Pinyin.Default.Initials(text).Length == text.Length);

    [Fact]
    public void Find_WhenAnyText_StaysInside() => Check(text =>
        Matcher.Find(text).All(match => match.Start >= 0 && match.Length > 0 && match.Start + match.Length <= text.Length)
        && Matcher.Any(text) == Matcher.Find(text).Any());

    [Fact]
    public void FindEmoticons_WhenAnyText_AreInOrderAndApart() => Check(text =>
    {
        var end = 0;
        return EmoticonFinder.Default.Find(text).All(emoticon =>
        {
            var apart = emoticon.Start >= end && emoticon.Length > 0;
            end = emoticon.Start + emoticon.Length;
            return apart && end <= text.Length;
        });
    });

    private static PhraseMatcher<int> Matcher { get; } = new([("淘宝", 1), ("微信", 2), ("发货", 3), ("a", 4), ("哈哈", 5)], PhraseMatching.TextAndPinyin);

    private static void Check(Func<string, bool> property) => Prop.ForAll(Texts, property).Check(Thorough);

    private static string Normalize(string text) => TextNormalizer.Default.Normalize(text);

    private static bool Covers(string text)
    {
        var end = 0;
        foreach (var token in Segmenter.Default.Segment(text))
        {
            if (token.Start != end || token.Length < 1)
                return false;
            end += token.Length;
        }

        return end == text.Length;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
