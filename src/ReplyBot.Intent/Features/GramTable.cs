using System.Numerics;

namespace ReplyBot.Intent.Features;

/// <summary>
/// Finds the places of keys. Every message is looked up gram by gram, and most of that time is spent waiting for memory: a key stands beside
/// its place, so that a look-up mostly touches one line of it (open addressing, at most half full).
/// </summary>
internal sealed class GramTable
{
    private readonly Entry[] entries;
    private readonly int shift;

    /// <param name="keys">The keys, all different.</param>
    public GramTable(ReadOnlySpan<ulong> keys)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2 * keys.Length));
        entries = new Entry[size];
        shift = 64 - BitOperations.Log2(size);
        for (var place = 0; place < keys.Length; place++)
        {
            var at = Start(keys[place]);
            while (entries[at].Number != 0)
                at = (at + 1) & (entries.Length - 1);
            entries[at] = new Entry(keys[place], place + 1);
        }
    }

    /// <summary>The place of a key among the keys, or -1.</summary>
    public int Find(ulong key)
    {
        for (var at = Start(key); ; at = (at + 1) & (entries.Length - 1))
        {
            ref readonly var entry = ref entries[at];
            if (entry.Number == 0 || entry.Key == key)
                return entry.Number - 1;
        }
    }

    /// <summary>Counts the known grams of a prepared utterance.</summary>
    /// <param name="prepared">The utterance.</param>
    /// <param name="longest">How many characters the longest grams have.</param>
    /// <param name="grams">Receives their places, in ascending order; room for <paramref name="longest"/> a character is enough.</param>
    /// <param name="weights">Receives 1 + ln of how often each is there.</param>
    /// <returns>How many there are.</returns>
    public int Count(ReadOnlySpan<char> prepared, int longest, Span<int> grams, Span<float> weights)
    {
        var found = 0;
        for (var size = 1; size <= longest; size++)
        {
            for (var start = 0; start + size <= prepared.Length; start++)
            {
                if (Gram.IsAt(prepared, start, size) && Find(Gram.KeyOf(prepared.Slice(start, size))) is >= 0 and var place)
                    grams[found++] = place;
            }
        }

        grams[..found].Sort();
        var count = 0;
        for (var i = 0; i < found;)
        {
            var (place, first) = (grams[i], i);
            while (i < found && grams[i] == place)
                i++;
            grams[count] = place;
            weights[count++] = i - first == 1 ? 1 : 1 + MathF.Log(i - first);
        }

        return count;
    }

    private int Start(ulong key) => (int)(key * 0x9E3779B97F4A7C15UL >> shift);

    /// <param name="Key">The key.</param>
    /// <param name="Number">Its place, plus 1; 0 where nothing stands.</param>
    private readonly record struct Entry(ulong Key, int Number);
}
