using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds scripts whose answers are nearly the same: the share of common character pairs of all that they say. Candidates
/// come from MinHash bands, so that ten thousand scripts need no hundred million comparisons.
/// </summary>
internal sealed class NearDuplicates
{
    /// <summary>Jaccard similarity from which two scripts count as one.</summary>
    private const double Limit = 0.8;

    private const int Bands = 16;
    private const int RowsPerBand = 3;
    private const uint Empty = uint.MaxValue;

    /// <summary>A bucket of look-alikes is told by its first few members.</summary>
    private const int MostCompared = 64;

    private readonly Dictionary<ulong, List<Print>> _buckets = [];

    /// <summary>The answers of many scripts.</summary>
    public static NearDuplicates Of(IReadOnlyList<ScriptKeys> scripts)
    {
        var filed = new NearDuplicates();
        foreach (var print in Prints(scripts))
            filed.File(print);
        return filed;
    }

    /// <summary>The scripts of a base that say nearly the same as an earlier one.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ScriptKeys> scripts)
    {
        var filed = new NearDuplicates();
        foreach (var print in Prints(scripts))
        {
            foreach (var finding in filed.Check(print))
                yield return finding;
            filed.File(print);
        }
    }

    /// <summary>Whether a script says nearly the same as another one taken up before; its own earlier state is none.</summary>
    public IEnumerable<Finding> Check(ScriptKeys script) => Check(Print.Of(script));

    private static Print[] Prints(IReadOnlyList<ScriptKeys> scripts) => scripts.AsParallel().AsOrdered().Select(Print.Of).ToArray();

    private void File(Print print)
    {
        foreach (var band in print.Bands)
        {
            if (!_buckets.TryGetValue(band, out var bucket))
                _buckets.Add(band, bucket = []);
            bucket.Add(print);
        }
    }

    private IEnumerable<Finding> Check(Print print)
    {
        if (Nearest(print) is not { } other)
            yield break;
        var at = other.LocationOf("question");
        yield return print.Script.Finding(
            FindingCodes.NearDuplicate, Severity.Warning, "question",
            $"回答与 {other.Id}（{at.File}:{at.Line}）几乎一样，请合并或写出区别",
            $"Says nearly the same as {other.Id} ({at.File}:{at.Line}); merge them or make the difference plain");
    }

    /// <summary>A script taken up that says nearly the same and could answer the same message.</summary>
    private Script? Nearest(Print print)
    {
        var compared = new HashSet<Print>(ReferenceEqualityComparer.Instance);
        foreach (var band in print.Bands)
        {
            foreach (var other in _buckets.GetValueOrDefault(band) ?? [])
            {
                if (compared.Count > MostCompared)
                    return null;
                if (compared.Add(other) && other.Script.Id != print.Script.Id && print.Script.When.Overlaps(other.Script.When)
                    && AreAlike(print.Pairs, other.Pairs))
                {
                    return other.Script;
                }
            }
        }

        return null;
    }

    private static bool AreAlike(int[] left, int[] right)
    {
        // More than the smaller one cannot be shared.
        if (left.Length == 0 || right.Length == 0 || (double)Math.Min(left.Length, right.Length) / Math.Max(left.Length, right.Length) < Limit)
            return false;
        var (i, j, shared) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var (one, two) = (left[i], right[j]);
            shared += one == two ? 1 : 0;
            i += one <= two ? 1 : 0;
            j += two <= one ? 1 : 0;
        }

        return (double)shared / (left.Length + right.Length - shared) >= Limit;
    }

    /// <summary>What is compared of a script: the character pairs of all it says in order, and its MinHash bands.</summary>
    private sealed record Print(Script Script, int[] Pairs, ulong[] Bands)
    {
        public static Print Of(ScriptKeys script)
        {
            var pairs = CharacterPairs(script.Wordings);
            return new Print(script.Script, pairs, BandsOf(Signature(pairs)));
        }

        private static int[] CharacterPairs(string[] wordings)
        {
            var pairs = new int[wordings.Sum(wording => Math.Max(0, wording.Length - 1))];
            var count = 0;
            foreach (var key in wordings)
            {
                for (var i = 0; i + 1 < key.Length; i++)
                    pairs[count++] = (key[i] << 16) | key[i + 1];
            }

            Array.Sort(pairs);
            var different = 0;
            foreach (var pair in pairs)
            {
                if (different == 0 || pair != pairs[different - 1])
                    pairs[different++] = pair;
            }

            return pairs[..different];
        }

        /// <summary>
        /// One hash for each pair, the least kept of those that fall into one place (Li, Owen and Zhang, 2012): as telling as a
        /// hash function for each place, at a fraction of the work.
        /// </summary>
        private static uint[] Signature(int[] pairs)
        {
            var signature = new uint[NearDuplicates.Bands * RowsPerBand];
            Array.Fill(signature, Empty);
            foreach (var pair in pairs)
            {
                var hash = (ulong)(uint)pair * 0x9E3779B97F4A7C15UL;
                hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
                ref var place = ref signature[(int)((hash >> 32) % (ulong)signature.Length)];
                place = Math.Min(place, (uint)hash);
            }

            return signature;
        }

        private static ulong[] BandsOf(uint[] signature)
        {
            var bands = new List<ulong>(NearDuplicates.Bands);
            for (var band = 0; band < NearDuplicates.Bands; band++)
            {
                // Where nothing fell, any two scripts are alike.
                var rows = signature.AsSpan(band * RowsPerBand, RowsPerBand);
                if (!rows.ContainsAnyExcept(Empty))
                    continue;
                var key = (ulong)band;
                foreach (var row in rows)
                    key = (key * 0x9E3779B97F4A7C15UL) ^ row;
                bands.Add(key);
            }

            return [.. bands];
        }
    }
}
