using System.Globalization;

namespace TextTables;

/// <summary>Reads the Unicode Character Database's text format: fields parted by semicolons, remarks behind #.</summary>
internal static class UnicodeFile
{
    /// <summary>The fields of each line that has any, trimmed.</summary>
    public static IEnumerable<string[]> Read(params string[] path) => File.ReadLines(Path.Combine(path))
        .Select(line => line.Split('#')[0])
        .Where(line => !string.IsNullOrWhiteSpace(line))
        .Select(line => line.Split(';', StringSplitOptions.TrimEntries));

    /// <summary>A code point or a range such as 0041..005A.</summary>
    public static (int First, int Last) ParseRange(string field)
    {
        var ends = field.Split("..");
        return (ParseCodePoint(ends[0]), ParseCodePoint(ends[^1]));
    }

    /// <summary>Code points parted by spaces, as text.</summary>
    public static string ParseText(string field) =>
        string.Concat(field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ConvertFromUtf32(ParseCodePoint(part))));

    /// <summary>A code point in hexadecimal.</summary>
    public static int ParseCodePoint(string field) => int.Parse(field, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
