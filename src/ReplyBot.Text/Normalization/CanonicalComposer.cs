using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Normalization;

/// <summary>
/// Puts combining marks into canonical order and composes them with their base characters: the second half of Unicode's
/// normalization form C (UAX #15). The framework's own normalization is not there when globalization is invariant.
/// </summary>
internal sealed class CanonicalComposer
{
    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private readonly int[] marks;
    private readonly byte[] classes;
    private readonly long[] pairs;
    private readonly int[] composites;

    private CanonicalComposer(int[] marks, byte[] classes, long[] pairs, int[] composites)
    {
        this.marks = marks;
        this.classes = classes;
        this.pairs = pairs;
        this.composites = composites;
    }

    /// <summary>Code points that never stand in a composed text as they are, or not where they were: see <see cref="Compose"/>.</summary>
    /// <returns>Characters in whose absence a folded text needs no composing; any supplementary mark is given as its high surrogate.</returns>
    public IEnumerable<char> Triggers()
    {
        var seconds = pairs.Select(pair => (int)(pair & 0x1FFFFF));
        var jamo = Enumerable.Range(VowelBase, VowelCount).Concat(Enumerable.Range(TailBase + 1, TailCount - 1));
        return marks.Concat(seconds).Concat(jamo).Select(codePoint => char.ConvertFromUtf32(codePoint)[0]).Distinct();
    }

    /// <summary>Orders and composes <paramref name="buffer"/>, whose text is fully decomposed, in place.</summary>
    public void Compose(ref NormalizationBuffer buffer)
    {
        var points = new List<(int CodePoint, int Source, byte Class)>(buffer.Count);
        for (var i = 0; i < buffer.Count; i++)
        {
            int codePoint = buffer.Characters[i];
            var source = buffer.Sources[i];
            if (char.IsHighSurrogate((char)codePoint) && i + 1 < buffer.Count)
                codePoint = char.ConvertToUtf32((char)codePoint, buffer.Characters[++i]);
            points.Add((codePoint, source, ClassOf(codePoint)));
        }

        Order(points);
        Merge(points);
        Store(points, ref buffer);
    }

    /// <summary>Builds the composer from canonical combining classes and from primary composites.</summary>
    public static CanonicalComposer Build(
        IReadOnlyDictionary<int, byte> combiningClasses, IReadOnlyDictionary<(int First, int Second), int> compositions)
    {
        var ordered = combiningClasses.OrderBy(entry => entry.Key).ToArray();
        var pairs = compositions.Select(entry => (Pair: PairOf(entry.Key.First, entry.Key.Second), entry.Value)).OrderBy(entry => entry.Pair).ToArray();
        return new CanonicalComposer(
            [.. ordered.Select(entry => entry.Key)],
            [.. ordered.Select(entry => entry.Value)],
            [.. pairs.Select(entry => entry.Pair)],
            [.. pairs.Select(entry => entry.Value)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CanonicalComposer Read(TableReader reader) =>
        new(reader.ReadArray<int>(), reader.ReadArray<byte>(), reader.ReadArray<long>(), reader.ReadArray<int>());

    /// <summary>Writes marks, their classes, pairs and their composites.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<int>(marks);
        writer.WriteArray<byte>(classes);
        writer.WriteArray<long>(pairs);
        writer.WriteArray<int>(composites);
    }

    private static long PairOf(int first, int second) => ((long)first << 21) | (uint)second;

    private static void Order(List<(int CodePoint, int Source, byte Class)> points)
    {
        for (var from = 0; from < points.Count; from++)
        {
            if (points[from].Class == 0)
                continue;
            var to = from;
            while (to < points.Count && points[to].Class != 0)
                to++;
            var ordered = points.GetRange(from, to - from).OrderBy(point => point.Class).ToArray();
            for (var i = 0; i < ordered.Length; i++)
                points[from + i] = ordered[i];
            from = to;
        }
    }

    private void Merge(List<(int CodePoint, int Source, byte Class)> points)
    {
        var kept = 0;
        var starter = -1;
        var classBefore = -1;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            if (starter >= 0 && classBefore < point.Class && Composite(points[starter].CodePoint, point.CodePoint) is var composite and >= 0)
            {
                points[starter] = points[starter] with { CodePoint = composite };
                continue;
            }

            if (point.Class == 0)
            {
                starter = kept;
                classBefore = -1;
            }
            else
            {
                classBefore = point.Class;
            }

            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static void Store(List<(int CodePoint, int Source, byte Class)> points, ref NormalizationBuffer buffer)
    {
        buffer.Count = 0;
        Span<char> units = stackalloc char[2];
        foreach (var (codePoint, source, _) in points)
        {
            if (codePoint <= char.MaxValue)
            {
                buffer.Append((char)codePoint, source);
                continue;
            }

            new System.Text.Rune(codePoint).EncodeToUtf16(units);
            buffer.Append(units[0], source);
            buffer.Append(units[1], source);
        }

        // Marks that changed places would make sources go backwards; each then claims the earlier source too.
        var sources = buffer.Sources;
        for (var i = sources.Length - 2; i >= 0; i--)
            sources[i] = Math.Min(sources[i], sources[i + 1]);
    }

    private byte ClassOf(int codePoint)
    {
        var at = Array.BinarySearch(marks, codePoint);
        return at < 0 ? (byte)0 : classes[at];
    }

    private int Composite(int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount && second - VowelBase is >= 0 and < VowelCount)
            return HangulBase + ((((first - LeadBase) * VowelCount) + (second - VowelBase)) * TailCount);
        if (first - HangulBase is >= 0 and < LeadCount * VowelCount * TailCount && (first - HangulBase) % TailCount == 0
            && second - TailBase is > 0 and < TailCount)
            return first + second - TailBase;
        var at = Array.BinarySearch(pairs, PairOf(first, second));
        return at < 0 ? -1 : composites[at];
    }
}
