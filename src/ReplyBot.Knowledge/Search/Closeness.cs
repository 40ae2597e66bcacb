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

    private const int Slots = 1024;

    private readonly char[] _characters = new char[Slots];
    private readonly int[] _counts = new int[Slots];
    private readonly ulong[] _positions = new ulong[Slots];
    private readonly int[] _used = new int[Slots / 2];
    private readonly int[] _left = new int[Slots];
    private int _usedCount;
    private int _length;
    private float _mass;
    private bool _negated;
    private CharacterStatistics? _statistics;

    /// <summary>Prepares for one query; the object is reused from query to query.</summary>
    public void Prepare(ReadOnlySpan<char> letters, CharacterStatistics statistics)
    {
        for (var i = 0; i < _usedCount; i++)
        {
            _counts[_used[i]] = 0;
            _positions[_used[i]] = 0;
        }

        _statistics = statistics;
        _usedCount = 0;
        _length = Math.Min(letters.Length, Slots / 2);
        _mass = statistics.MassOf(letters[.._length]);
        _negated = Negates(letters);
        for (var i = 0; i < _length; i++)
        {
            var slot = SlotOf(letters[i]);
            if (_counts[slot] == 0)
            {
                _characters[slot] = letters[i];
                _used[_usedCount++] = slot;
            }

            _counts[slot]++;
            if (i < LongestOrder)
                _positions[slot] |= 1UL << i;
        }
    }

    /// <summary>The closeness of a text, 0 to 1.</summary>
    /// <param name="letters">The text's letters and digits.</param>
    /// <param name="mass">Their summed weight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Of(ReadOnlySpan<char> letters, float mass)
    {
        for (var i = 0; i < _usedCount; i++)
            _left[_used[i]] = _counts[_used[i]];

        // The longest common subsequence, all query positions at once (Hyyrö, 2004).
        var open = ulong.MaxValue;
        var common = 0f;
        foreach (var c in letters)
        {
            var slot = SlotOf(c);
            if (_counts[slot] == 0)
                continue;
            if (_left[slot]-- > 0)
                common += _statistics!.WeightOf(c);
            var matched = open & _positions[slot];
            open = (open + matched) | (open - matched);
        }

        var ordered = System.Numerics.BitOperations.PopCount(~open);
        var longer = Math.Max(1, Math.Max(_length, letters.Length));
        var shorter = Math.Min(_length, letters.Length);
        return ((Coverage * (_mass > 0 ? common / _mass : 0))
            + (CommonCharacters * (_mass + mass > 0 ? 2 * common / (_mass + mass) : 0))
            + (Order * ordered / longer)
            + (Length * shorter / longer)
            + (_negated == Negates(letters) ? Negation : 0)) / Greatest;
    }

    private static bool Negates(ReadOnlySpan<char> letters) => letters.IndexOfAny('不', '没', '别') >= 0;

    private int SlotOf(char c)
    {
        var slot = (int)((c * 0x9E3779B1u) >> 22);
        while (_counts[slot] != 0 && _characters[slot] != c)
            slot = (slot + 1) & (Slots - 1);
        return slot;
    }
}
