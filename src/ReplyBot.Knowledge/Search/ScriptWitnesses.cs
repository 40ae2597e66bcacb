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

    /// <summary>The closeness of the standard question, if it was found.</summary>
    public double Question { get; private set; }

    /// <summary>The closeness of the closest answer.</summary>
    public double Wording { get; private set; }

    /// <summary>The best BM25 score, as a share of the best of all scripts.</summary>
    public double Found { get; private set; }

    /// <summary>Whether one says exactly what the query says.</summary>
    public bool Exact { get; private set; }

    /// <summary>Forgets all documents, so that the object serves another script.</summary>
    public void Clear()
    {
        _count = Document = 0;
        Best = Further = Question = Wording = Found = 0;
        Exact = false;
    }

    /// <summary>Adds a document.</summary>
    /// <param name="document">The document, its closeness and its place in the first stage.</param>
    /// <param name="field">Which field of the script it is.</param>
    /// <param name="exact">Whether it is the query, letter for letter.</param>
    public void Add(ScoredDocument document, ScriptField field, bool exact)
    {
        var closeness = (double)(document.Score * ScriptIndex.FieldWeight(field));

        // A wording counts less than its place among the candidates says, so that a later document may still be the best.
        if (_count == 0 || closeness > Best)
            (Document, Best, closeness) = (document.Document, closeness, Best);
        if (_count > 0 && _count <= FurtherWeights.Length)
            Further += closeness * FurtherWeights[_count - 1];
        _count++;
        Exact |= exact;
        Found = Math.Max(Found, document.Found);
        if (field == ScriptField.Question)
            Question = Math.Max(Question, document.Score);
        else if (field == ScriptField.Wording)
            Wording = Math.Max(Wording, document.Score);
    }
}
