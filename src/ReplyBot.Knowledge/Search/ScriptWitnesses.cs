namespace ReplyBot.Knowledge.Search;

/// <summary>What the documents of one script say together about a query. They are added from the closest down.</summary>
internal sealed class ScriptWitnesses(int document)
{
    /// <summary>What a script's second, third, fourth… document counts.</summary>
    private static readonly double[] FurtherWeights = [0.5, 0.25, 0.15, 0.1];

    private int _count;

    /// <summary>The closest document.</summary>
    public int Document { get; } = document;

    /// <summary>Its closeness, 0 to 1.</summary>
    public double Best { get; private set; }

    /// <summary>The closeness of the others, with falling weights that sum to 1.</summary>
    public double Further { get; private set; }

    /// <summary>Whether one says exactly what the query says.</summary>
    public bool Exact { get; private set; }

    public void Add(double closeness, bool exact)
    {
        if (_count == 0)
            Best = closeness;
        else if (_count <= FurtherWeights.Length)
            Further += closeness * FurtherWeights[_count - 1];
        _count++;
        Exact |= exact;
    }
}
