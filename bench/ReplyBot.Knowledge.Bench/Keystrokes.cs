using System.Diagnostics;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Search;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Bench;

/// <summary>Measures the search of an agent who types: one search after each key.</summary>
internal static class Keystrokes
{
    private const int Questions = 200;
    private const int LongestTyped = 12;

    public static void Run(ScriptBundle bundle)
    {
        var watch = Stopwatch.StartNew();
        var index = ScriptIndexBuilder.Build(bundle);
        Console.WriteLine($"{bundle.Content.Scripts.Count:N0} scripts indexed in {watch.Elapsed.TotalSeconds:N1} s");
        var random = new Random(11);
        var asked = Enumerable.Range(0, Questions)
            .Select(_ => TextNormalizer.Default.Normalize(bundle.Content.Scripts[random.Next(bundle.Content.Scripts.Count)].Question))
            .ToArray();
        Measure(index, "words", asked);
        Measure(index, "pinyin", [.. asked.Select(Spelled)]);
        Measure(index, "initials", [.. asked.Select(Pinyin.Default.Initials)]);
        Measure(index, "typos", [.. asked.Select(text => Slip(Spelled(text), random))]);
    }

    private static void Measure(IScriptIndex index, string what, string[] texts)
    {
        var keys = texts.SelectMany(text => Enumerable.Range(1, Math.Min(LongestTyped, text.Length)).Select(length => text[..length])).ToArray();
        foreach (var key in keys.Take(keys.Length / 4))
            Search(index, key);
        var times = keys.Select(key => Search(index, key)).Order().ToArray();
        Console.WriteLine($"{what,-10} {keys.Length,6:N0} keys   p50 {At(0.5),6:N2} ms   p99 {At(0.99),6:N2} ms   most {times[^1],6:N2} ms");

        double At(double share) => times[(int)(share * (times.Length - 1))];
    }

    private static double Search(IScriptIndex index, string typed)
    {
        var query = new LookupQuery(typed, DateTimeOffset.UnixEpoch);
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(index.Lookup(query));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Spelled(string text) => string.Concat(Pinyin.Default.Read(text));

    /// <summary>The text with two neighbours among its first letters swapped.</summary>
    private static string Slip(string text, Random random)
    {
        var at = random.Next(Math.Max(1, Math.Min(text.Length - 1, LongestTyped - 2)));
        return text.Length < 2 ? text : string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2));
    }
}
