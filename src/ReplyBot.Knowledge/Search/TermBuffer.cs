namespace ReplyBot.Knowledge.Search;

/// <summary>Collects the terms of one text. It is reused from text to text, so that analysing allocates nothing.</summary>
internal sealed class TermBuffer
{
    private ulong[] _keys = new ulong[256];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(ulong key)
    {
        if (Count == _keys.Length)
            Array.Resize(ref _keys, _keys.Length * 2);
        _keys[Count++] = key;
    }

    /// <summary>Brings equal terms together. Streams keep their order, because the stream is the key's top byte.</summary>
    public void Sort() => _keys.AsSpan(0, Count).Sort();
}
