using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReplyBot.Text;

namespace ReplyBot.Editor.Inbox;

/// <summary>
/// Puts questions together that are nearly the same: the same letters after normalising, or most character pairs in common of what is
/// left without the words that only make a question of it. Each joins the most frequent question that it resembles, so that a group can
/// be read off its first line.
/// </summary>
internal static partial class QuestionClusters
{
    /// <summary>The share of common character pairs (Dice) from which two questions count as one.</summary>
    private const double Alike = 0.65;

    private const int KeyBytes = 16;

    /// <summary>Names a question whatever marks, spaces and ways of writing it comes with. A hash, since it is kept with decisions and a buyer may have written of themselves.</summary>
    public static string KeyOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PlainOf(text))).AsSpan(0, KeyBytes));

    /// <summary>The question without marks, spaces and ways of writing.</summary>
    private static string PlainOf(string text)
    {
        const int Longest = 200;
        var plain = string.Concat(TextNormalizer.Default.Normalize(text).Where(char.IsLetterOrDigit));
        return plain.Length <= Longest ? plain : plain[..Longest];
    }

    /// <summary>The groups, the largest first.</summary>
    public static IReadOnlyList<IReadOnlyList<BadlyAnswered>> Of(IEnumerable<BadlyAnswered> questions)
    {
        var same = questions.GroupBy(question => PlainOf(question.Text), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        var clusters = new List<(HashSet<int> Pairs, List<BadlyAnswered> Members)>();
        var byPair = new Dictionary<int, List<int>>();
        foreach (var group in same)
        {
            var pairs = PairsOf(MatterOf(group.Key));
            if (Nearest(pairs, clusters, byPair) is { } near)
            {
                clusters[near].Members.AddRange(group);
                continue;
            }
            foreach (var pair in pairs)
            {
                if (!byPair.TryGetValue(pair, out var places))
                    byPair[pair] = places = [];
                places.Add(clusters.Count);
            }
            clusters.Add((pairs, [.. group]));
        }
        return [.. clusters.Select(cluster => cluster.Members).OrderByDescending(members => members.Count).ThenByDescending(members => members.Max(member => member.At))];
    }

    private static int? Nearest(HashSet<int> pairs, List<(HashSet<int> Pairs, List<BadlyAnswered> Members)> clusters, Dictionary<int, List<int>> byPair)
    {
        var shared = new Dictionary<int, int>();
        foreach (var pair in pairs)
            foreach (var place in byPair.GetValueOrDefault(pair) ?? [])
                shared[place] = shared.GetValueOrDefault(place) + 1;
        var best = shared.Select(entry => (entry.Key, Dice: 2.0 * entry.Value / (pairs.Count + clusters[entry.Key].Pairs.Count)))
            .OrderByDescending(entry => entry.Dice).ThenBy(entry => entry.Key).FirstOrDefault();
        return best.Dice >= Alike ? best.Key : null;
    }

    /// <summary>What a question is about: without asking politely, pointing and particles; the whole of it where nothing else is said.</summary>
    private static string MatterOf(string plain) => Frame().Replace(plain, "") is { Length: > 1 } matter ? matter : plain;

    [GeneratedRegex("能不能|可不可以|是不是|有没有|请问|可以|你们|这个|那个|[能会你您我是个的了吗么呢啊吧呀哦嘛]", RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    private static HashSet<int> PairsOf(string key)
    {
        var pairs = new HashSet<int> { key[0] };
        for (var place = 1; place < key.Length; place++)
            pairs.Add((key[place - 1] << 16) | key[place]);
        return pairs;
    }
}
