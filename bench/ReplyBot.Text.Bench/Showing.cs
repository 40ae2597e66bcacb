namespace ReplyBot.Text.Bench;

/// <summary>Shows what the library makes of a text.</summary>
internal static class Showing
{
    /// <summary>Prints the normal form, the words, the readings and the initials.</summary>
    public static void Print(string text)
    {
        var normalized = TextNormalizer.Default.Normalize(text);
        var words = Segmenter.Default.Segment(normalized).Select(token => normalized.Substring(token.Start, token.Length));
        Console.WriteLine(normalized);
        Console.WriteLine($"  {string.Join('|', words)}");
        Console.WriteLine($"  {string.Join(' ', Pinyin.Default.Read(normalized))}  {Pinyin.Default.Initials(normalized)}");
    }
}
