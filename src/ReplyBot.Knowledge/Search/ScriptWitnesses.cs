namespace ReplyBot.Knowledge.Search;

/// <summary>What the documents of one script say together about a query. They are added from the closest down.</summary>
internal sealed class ScriptWitnesses
{
    /// <summary>What a script's second, third, fourth… document counts.</summary>
    private static readonly double[] FurtherWeights = [0.5, 0.25, 0.15, 0.1];

    private int _count;

    /// <summary>The closest document.</summary>
    public int Document { get; private set; }

    /// <summary>Its closeness, 0 to 1.</summary>
    public double Best { get; private set; }

    /// <summary>The closeness of the others, with falling weights that sum to 1.</summary>
    public double Further { get; private set; }

    /// <summary>Whether one says exactly what the query says.</summary>
    public bool Exact { get; private set; }

    public void Add(int document, double closeness, bool exact)
    {
        // A wording counts less than its place among the candidates says, so that a later document may still be the best.
        if (_count == 0 || closeness > Best)
        {
            (Document, Best, closeness) = (document, closeness, Best);
        }

        if (_count > 0 && _count <= FurtherWeights.Length)
            Further += closeness * FurtherWeights[_count - 1];
        _count++;
        Exact |= exact;
    }
}
