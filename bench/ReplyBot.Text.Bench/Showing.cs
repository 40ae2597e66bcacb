namespace ReplyBot.Text.Bench;

/// <summary>Shows what the library makes of a text.</summary>
internal static class Showing
{
    private static readonly PhraseMatcher<string> Platforms = new(
        new[] { "淘宝", "京东", "微信", "拼多多", "QQ", "加v" }.Select(phrase => (phrase, phrase)), PhraseMatching.TextAndPinyin);

    /// <summary>Prints the normal form, the words, the readings and the initials.</summary>
    public static void Print(string text)
    {
        var normalized = TextNormalizer.Default.Normalize(text);
        var words = Segmenter.Default.Segment(normalized).Select(token => normalized.Substring(token.Start, token.Length));
        Console.WriteLine(normalized);
        Console.WriteLine($"  {string.Join('|', words)}");
        foreach (var match in Platforms.Find(normalized))
            Console.WriteLine($"  {match}");
        Console.WriteLine($"  {string.Join(' ', Pinyin.Default.Read(normalized))}  {Pinyin.Default.Initials(normalized)}");
    }
}
