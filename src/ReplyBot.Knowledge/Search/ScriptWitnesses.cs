namespace ReplyBot.Knowledge.Search;

/// <summary>What the documents of one script say together about a query. They are added from the best down.</summary>
internal sealed class ScriptWitnesses(int document)
{
    private int _count;

    /// <summary>The best document.</summary>
    public int Document { get; } = document;

    public double Best { get; private set; }

    public double Further { get; private set; }

    public bool Exact { get; set; }

    public void Add(double coverage, ReadOnlySpan<double> furtherWeights)
    {
        if (_count == 0)
            Best = coverage;
        else if (_count <= furtherWeights.Length)
            Further += coverage * furtherWeights[_count - 1];
        _count++;
    }
}
