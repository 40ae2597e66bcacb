using System.Text.Json;

namespace ReplyBot.Tests.Security;

/// <summary>Lines that have broken other programs.</summary>
internal static class HostileLines
{
    private const int Seed = 20260601;
    private const int UnicodeLines = 1000;

    /// <summary>All of them: naughty strings, payload lists line by line, and lines of the Unicode test files drawn by lot.</summary>
    public static List<string> Read(string folder)
    {
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "blns", "blns.json")))!;
        var payloads = Directory.EnumerateFiles(Path.Combine(folder, "payloads"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "LICENSE").Order(StringComparer.Ordinal).SelectMany(File.ReadLines);
        var markup = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "dompurify", "expect.json"))).RootElement.EnumerateArray()
            .Select(pair => pair.GetProperty("payload").GetString()!);
        var unicode = Directory.EnumerateFiles(Path.Combine(folder, "unicode"), "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).ToArray();
        new Random(Seed).Shuffle(unicode);
        return [.. naughty.Concat(payloads).Concat(markup).Concat(unicode.Take(UnicodeLines).Select(Decoded)).Where(line => line.Length > 0)];
    }

    /// <summary>The Unicode files write characters as numbers; a line of them becomes the characters themselves.</summary>
    private static string Decoded(string line)
    {
        var points = line.Split('#', ';')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.TryParse(word, System.Globalization.NumberStyles.HexNumber, null, out var point) && System.Text.Rune.IsValid(point) ? char.ConvertFromUtf32(point) : "");
        return string.Concat(points) is { Length: > 0 } text ? text : line;
    }
}
