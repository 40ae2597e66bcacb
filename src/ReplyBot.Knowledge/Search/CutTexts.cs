namespace ReplyBot.Knowledge.Search;

/// <summary>The terms of several texts one after another, in arrays that are reused from batch to batch.</summary>
internal sealed class CutTexts
{
    private readonly TermBuffer _terms = new();
    private ulong[] _keys = new ulong[1 << 16];
    private int[] _ends = new int[1 << 10];
    private int _keyCount;

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> this[int text] => _keys.AsSpan(StartOf(text), _ends[text] - StartOf(text));

    public void Clear() => Count = _keyCount = 0;

    public void Add(TextAnalyzer analyzer, string normalized)
    {
        analyzer.Analyze(normalized, _terms);
        while (_keyCount + _terms.Count > _keys.Length)
            Array.Resize(ref _keys, _keys.Length * 2);
        if (Count == _ends.Length)
            Array.Resize(ref _ends, Count * 2);
        _terms.Keys.CopyTo(_keys.AsSpan(_keyCount));
        _keyCount += _terms.Count;
        _ends[Count++] = _keyCount;
    }

    private int StartOf(int text) => text == 0 ? 0 : _ends[text - 1];
}
