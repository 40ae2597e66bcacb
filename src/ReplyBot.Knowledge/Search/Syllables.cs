using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The reading of single characters, looked up once each: an index reads millions of them, and context decides too few
/// readings to be worth it there.
/// </summary>
internal static class Syllables
{
    private static readonly string?[] Spellings = new string?[char.MaxValue + 1];
    private static readonly uint[] Numbers = new uint[char.MaxValue + 1];

    /// <summary>The syllable in pinyin without tone; the character itself when it has none.</summary>
    public static string Spelling(char c) => Spellings[c] ??= Read(c);

    /// <summary>A number that characters of one reading share, never 0.</summary>
    public static uint Of(char c) => Numbers[c] is not 0 and var known ? known : Numbers[c] = Pack(Spelling(c));

    private static uint Pack(string spelling)
    {
        // At most six letters of five bits each; other characters keep a number of their own above.
        if (spelling.Length == 1)
            return 0x8000_0000 | spelling[0];
        var packed = 0u;
        foreach (var letter in spelling)
            packed = (packed << 5) | ((uint)letter & 31);
        return packed | 0x4000_0000;
    }

    private static string Read(char c)
    {
        var read = Pinyin.Default.Read(c.ToString())[0];
        return read.Length is 0 or > 6 ? c.ToString() : read;
    }
}
