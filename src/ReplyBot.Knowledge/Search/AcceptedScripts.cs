namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Which scripts may be returned to queries from one channel, about one product, on one day. Most queries are alike in that, so that
/// judgements are kept from one to the next. They may be written by several threads, which all write the same.
/// </summary>
internal sealed class AcceptedScripts
{
    private const byte Yes = 1;
    private const byte No = 2;

    private readonly ScriptDocuments _documents;
    private readonly ScriptQuery _query;

    /// <summary>By document, although it is scripts that are judged: a search asks for hundreds of documents, and they fill less of the processor's cache than the way to their scripts.</summary>
    private readonly byte[] _judged;

    public AcceptedScripts(ScriptDocuments documents, ScriptQuery query)
    {
        _documents = documents;
        _query = query;
        _judged = new byte[documents.All.Length];
        Has = HasDocument;
    }

    /// <summary>Whether a document's script may be returned.</summary>
    public Func<int, bool> Has { get; }

    /// <summary>Whether a script may be returned.</summary>
    public bool HasScript(int script) => HasDocument(_documents.FirstOf(script));

    /// <summary>Whether another query may be returned the same scripts.</summary>
    public bool HoldsFor(ScriptQuery other) => ScriptFilter.JudgesAlike(_query, other);

    private bool HasDocument(int document)
    {
        if (_judged[document] == 0)
            Judge(_documents.ScriptOf(document));
        return _judged[document] == Yes;
    }

    private void Judge(int script) =>
        _judged.AsSpan(_documents.FirstOf(script), _documents.CountOf(script)).Fill(ScriptFilter.Accepts(_documents.Scripts[script], _query) ? Yes : No);
}
