using System.Numerics;

namespace ReplyBot.Knowledge.Search;

/// <summary>Numbers the terms in the order in which they are first met. Open addressing, at most half full.</summary>
internal sealed class TermDictionary
{
    private ulong[] _keys;
    private int[] _slots;
    private int _mask;

    public TermDictionary(int capacity = 1024)
    {
        _keys = new ulong[capacity];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        _slots = new int[size];
        _mask = size - 1;
    }

    /// <summary>A dictionary of given terms, numbered by their place.</summary>
    public TermDictionary(ReadOnlySpan<ulong> keys)
        : this(Math.Max(1, keys.Length))
    {
        foreach (var key in keys)
            GetOrAdd(key);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    /// <summary>The term's number, or -1.</summary>
    public int Find(ulong key)
    {
        for (var at = Start(key); ; at = (at + 1) & _mask)
        {
            var number = _slots[at] - 1;
            if (number < 0 || _keys[number] == key)
                return number;
        }
    }

    public int GetOrAdd(ulong key)
    {
        var at = Start(key);
        for (; _slots[at] != 0; at = (at + 1) & _mask)
        {
            if (_keys[_slots[at] - 1] == key)
                return _slots[at] - 1;
        }

        if (Count == _keys.Length)
            Array.Resize(ref _keys, Count * 2);
        _keys[Count++] = key;
        _slots[at] = Count;
        if (Count * 2 > _slots.Length)
            Grow();
        return Count - 1;
    }

    private int Start(ulong key) => (int)(key * 0x9E3779B97F4A7C15UL >> 32) & _mask;

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        _mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var at = Start(_keys[number]);
            while (_slots[at] != 0)
                at = (at + 1) & _mask;
            _slots[at] = number + 1;
        }
    }
}
