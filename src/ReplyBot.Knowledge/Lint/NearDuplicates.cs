using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds scripts whose answers are nearly the same: the share of common character pairs of all that they say. Candidates
/// come from MinHash bands, so that ten thousand scripts need no hundred million comparisons.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>Jaccard similarity from which two scripts count as one.</summary>
    private const double Limit = 0.8;

    private const int Bands = 16;
    private const int RowsPerBand = 3;

    public static IEnumerable<Finding> Check(IReadOnlyList<Script> scripts)
    {
        var pairs = scripts.AsParallel().AsOrdered().Select(CharacterPairs).ToArray();
        var signatures = pairs.AsParallel().AsOrdered().Select(Signature).ToArray();
        var buckets = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < scripts.Count; i++)
        {
            if (Nearest(scripts, pairs, signatures[i], i, buckets) is not { } other)
                continue;
            var at = scripts[other].LocationOf("question");
            yield return scripts[i].Finding(
                FindingCodes.NearDuplicate, Severity.Warning, "question",
                $"回答与 {scripts[other].Id}（{at.File}:{at.Line}）几乎一样，请合并或写出区别",
                $"Says nearly the same as {scripts[other].Id} ({at.File}:{at.Line}); merge them or make the difference plain");
        }
    }

    /// <summary>An earlier script that says nearly the same and could answer the same message; then files the script itself.</summary>
    private static int? Nearest(
        IReadOnlyList<Script> scripts, HashSet<int>[] pairs, uint[] signature, int script, Dictionary<ulong, List<int>> buckets)
    {
        int? nearest = null;
        var compared = new HashSet<int>();
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band;
            for (var row = 0; row < RowsPerBand; row++)
                key = (key * 0x9E3779B97F4A7C15UL) ^ signature[(band * RowsPerBand) + row];
            if (!buckets.TryGetValue(key, out var bucket))
                buckets.Add(key, bucket = []);
            foreach (var other in bucket)
            {
                // A bucket of look-alikes is told by its first few members.
                if (nearest is not null || compared.Count > 64)
                    break;
                if (compared.Add(other) && scripts[script].When.Overlaps(scripts[other].When)
                    && Similarity(pairs[script], pairs[other]) >= Limit)
                {
                    nearest = other;
                }
            }

            bucket.Add(script);
        }

        return nearest;
    }

    private static HashSet<int> CharacterPairs(Script script)
    {
        var pairs = new HashSet<int>();
        foreach (var wording in script.Wordings)
        {
            var key = DuplicateRules.KeyOf(wording.Text);
            for (var i = 0; i + 1 < key.Length; i++)
                pairs.Add((key[i] << 16) | key[i + 1]);
        }

        return pairs;
    }

    private static uint[] Signature(HashSet<int> pairs)
    {
        var signature = new uint[Bands * RowsPerBand];
        Array.Fill(signature, uint.MaxValue);
        foreach (var pair in pairs)
        {
            var hash = (ulong)(uint)pair * 0x9E3779B97F4A7C15UL;
            for (var i = 0; i < signature.Length; i++)
            {
                hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
                signature[i] = Math.Min(signature[i], (uint)(hash >> 32));
            }
        }

        return signature;
    }

    private static double Similarity(HashSet<int> left, HashSet<int> right)
    {
        if (left.Count == 0 || right.Count == 0)
            return 0;
        var shared = left.Count(right.Contains);
        return (double)shared / (left.Count + right.Count - shared);
    }
}
