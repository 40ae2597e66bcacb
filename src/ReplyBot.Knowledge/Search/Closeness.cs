using System.Runtime.CompilerServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// How close a text is to a query, seen from both sides: BM25 asks only what the query says and barely minds what a text says
/// besides. Here count the share of the query that the text covers, the characters that both share (weighted by how telling
/// they are), their order (longest common subsequence), the lengths, and whether both or neither negate. The weights are
/// round numbers chosen by hand, so nothing is fitted to any collection.
/// </summary>
internal sealed class Closeness
{
    private const float Coverage = 0.5f;
    private const float CommonCharacters = 1f;
    private const float Order = 0.5f;
    private const float Length = 0.15f;
    private const float Negation = 0.1f;
    private const float Greatest = Coverage + CommonCharacters + Order + Length + Negation;

    /// <summary>The order of at most so many characters is compared: one bit of a word each.</summary>
    private const int LongestOrder = 64;

    /// <summary>So many letters of a query are looked at.</summary>
    private const int LongestQuery = 512;

    /// <summary>The slot of each character of the query, by its number; 0 for all others, of which nothing more is asked.</summary>
    private readonly ushort[] _slots = new ushort[char.MaxValue + 1];
    private readonly ushort[] _numbers = new ushort[LongestQuery + 1];

    /// <summary>How telling the character of each slot is: a number's bits, so that what does not count can be masked out; that of slot 0 is 0.</summary>
    private readonly int[] _weights = new int[LongestQuery + 1];
    private readonly int[] _counts = new int[LongestQuery + 1];
    private readonly int[] _left = new int[LongestQuery + 1];
    private readonly ulong[] _positions = new ulong[LongestQuery + 1];
    private int _used;
    private int _length;
    private float _mass;
    private bool _negated;

    /// <summary>Prepares for one query; the object is reused from query to query.</summary>
    public void Prepare(ReadOnlySpan<char> letters, CharacterStatistics statistics)
    {
        for (var slot = 1; slot <= _used; slot++)
            _slots[_numbers[slot]] = 0;
        _used = 0;
        _length = Math.Min(letters.Length, LongestQuery);
        _mass = statistics.MassOf(letters[.._length]);
        _negated = CharacterStatistics.Negates(letters);
        for (var i = 0; i < _length; i++)
        {
            // No text has a character that the collection does not have.
            if (statistics.NumberOf(letters[i]) is not (> 0 and var number))
                continue;
            ref var slot = ref _slots[number];
            if (slot == 0)
            {
                slot = (ushort)++_used;
                _numbers[slot] = number;
                _weights[slot] = BitConverter.SingleToInt32Bits(statistics.WeightOf(letters[i]));
                _counts[slot] = 0;
                _positions[slot] = 0;
            }

            _counts[slot]++;
            if (i < LongestOrder)
                _positions[slot] |= 1UL << i;
        }
    }

    /// <summary>The closeness of a text, 0 to 1.</summary>
    /// <param name="letters">The text's letters and digits, by their numbers.</param>
    /// <param name="mass">Their summed weight.</param>
    /// <param name="negated">Whether the text negates.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Of(ReadOnlySpan<ushort> letters, float mass, bool negated)
    {
        _counts.AsSpan(0, _used + 1).CopyTo(_left);
        var (slots, left, weights, positions) = (_slots, _left, _weights, _positions);

        // The longest common subsequence, all query positions at once (Hyyrö, 2004). Whether a letter is one of the query's is as good as
        // random, so that there is no branch: slot 0 weighs nothing and stands nowhere, and the sign of what is left masks the weight.
        var open = ulong.MaxValue;
        var common = 0f;
        foreach (var number in letters)
        {
            var slot = slots[number];
            common += BitConverter.Int32BitsToSingle(weights[slot] & (-left[slot] >> 31));
            left[slot]--;
            var matched = open & positions[slot];
            open = (open + matched) | (open - matched);
        }

        var ordered = System.Numerics.BitOperations.PopCount(~open);
        var longer = Math.Max(1, Math.Max(_length, letters.Length));
        var shorter = Math.Min(_length, letters.Length);
        return ((Coverage * (_mass > 0 ? common / _mass : 0))
            + (CommonCharacters * (_mass + mass > 0 ? 2 * common / (_mass + mass) : 0))
            + (Order * ordered / longer)
            + (Length * shorter / longer)
            + (_negated == negated ? Negation : 0)) / Greatest;
    }
}
