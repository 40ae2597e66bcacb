namespace ReplyBot.Intent.Lint;

/// <summary>
/// Finds pairs of texts that share most of their character pairs (Jaccard similarity). Texts that similar must share one of their
/// rarest pairs, so only those are looked up (prefix filtering; Chaudhuri et al., "A primitive operator for similarity joins", 2006).
/// </summary>
internal static class NearDuplicates
{
    /// <summary>The pairs of places, the later one first, in order.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="least">The least similarity, 0..1.</param>
    /// <param name="mayPair">Whether two places are worth comparing.</param>
    public static IEnumerable<(int Place, int Earlier, double Similarity)> Find(IReadOnlyList<string> texts, double least, Func<int, int, bool> mayPair)
    {
        var grams = texts.Select(GramsOf).ToArray();
        var frequencies = grams.SelectMany(set => set).CountBy(gram => gram).ToDictionary();
        foreach (var set in grams)
            Array.Sort(set, (one, other) => (frequencies[one], one).CompareTo((frequencies[other], other)));

        var index = new Dictionary<int, List<int>>();
        var compared = new HashSet<int>();
        for (var place = 0; place < grams.Length; place++)
        {
            compared.Clear();
            var set = grams[place];
            foreach (var gram in set.AsSpan(0, set.Length == 0 ? 0 : set.Length - (int)Math.Ceiling(least * set.Length) + 1))
            {
                if (!index.TryGetValue(gram, out var places))
                    index.Add(gram, places = []);
                foreach (var earlier in places)
                    compared.Add(earlier);
                places.Add(place);
            }

            foreach (var earlier in compared.Order())
                if (mayPair(place, earlier) && Similarity(set, grams[earlier]) is var similarity && similarity >= least)
                    yield return (place, earlier, similarity);
        }
    }

    private static int[] GramsOf(string text)
    {
        var grams = new HashSet<int>();
        for (var i = 0; i + 1 < text.Length; i++)
            grams.Add((text[i] << 16) | text[i + 1]);
        return [.. grams];
    }

    private static double Similarity(int[] one, int[] other)
    {
        var shared = one.Intersect(other).Count();
        return (double)shared / (one.Length + other.Length - shared);
    }
}
